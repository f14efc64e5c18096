// Formats every source with the one formatter; `--check` only says what differs.
import { spawnSync } from "node:child_process"
import process from "node:process"

const mode = process.argv.includes("--check") ? [] : ["--write"]
const done = spawnSync(process.execPath, ["node_modules/@biomejs/biome/bin/biome", "format", ...mode, "."], { stdio: "inherit" })
process.exit(done.status ?? 1)
