import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { commands } from "./commands/index.ts"
import { refusalOf, run } from "./testing/run.ts"

const names = Object.keys(commands)

describe("every command", () => {
  test.each(names)("%s tells its usage and every flag with --help, and runs nothing", async (name) => {
    const command = await (commands[name] as () => Promise<{ name: string; flags: object }>)()
    const ran = await run([name, "--help"])
    expect([ran.code, ran.err]).toEqual([0, ""])
    expect(ran.out).toMatch(new RegExp(`^safe-conduct ${name}`))
    for (const flag of [...Object.keys(command.flags), "help"]) expect(ran.out).toContain(`--${flag}`)
  })

  test.each(names)("%s refuses a flag that it does not know", async (name) => {
    const ran = await run([name, "--no-such-flag"])
    expect([ran.code, ran.out]).toEqual([2, ""])
    expect(refusalOf(ran)).toMatchObject({ error: "unknown-flag", at: "" })
  })
})

describe("the command", () => {
  test("lists all commands, and refuses one that is none", async () => {
    const ran = await run([])
    for (const name of names) expect(ran.out).toContain(`  ${name} `)
    expect(refusalOf(await run(["toString"]))).toMatchObject({ error: "unknown-command" })
  })
  test("refuses a switch said twice and an argument without a place", async () => {
    expect(refusalOf(await run(["serve", "--data", "a", "--data", "b"]))).toMatchObject({ error: "repeated-flag" })
    expect(refusalOf(await run(["deadlines", "facts.ndjson"]))).toMatchObject({ error: "unknown-argument" })
    expect(refusalOf(await run(["serve"]))).toMatchObject({ error: "missing-flag" })
  })
  test("the installed launcher is the same command", () => {
    const launcher = fileURLToPath(new URL("../bin/safe-conduct.mjs", import.meta.url))
    const ran = spawnSync(process.execPath, [launcher, "deadlines"], { input: "{", encoding: "utf8" })
    expect(ran.status).toBe(2)
    expect(JSON.parse(ran.stderr)).toMatchObject({ error: "not-json", line: 1 })
  })
})
