// The server alone in its own process, for figures: prints its port, ends on SIGTERM.
import process from "node:process"
import { createServer } from "@safe-conduct/server"

const [data, databaseUrl, pages] = process.argv.slice(2) as [string, string?, string?]
// Looked for only where they are wanted: the start of a server is a figure too.
const built = pages === undefined ? {} : { pages: (await import("../../packages/cli/src/desk/pages.ts")).builtPages() }
const server = await createServer({ data, ...(databaseUrl ? { databaseUrl } : {}), ...built, now: () => Date.now(), trial: true, port: 0 })
const { port } = await server.listen()
console.log(port)
process.on("SIGTERM", () => void server.close().then(() => process.exit(0)))
