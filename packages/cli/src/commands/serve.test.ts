import { copyFile, link, mkdir, readdir, rename, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { refusalOf, run, start } from "../testing/run.ts"
import { type MadeDesk, makeDesk, serveDesk, signIn } from "../testing/served-desk.ts"

vi.setConfig({ testTimeout: 120_000 })

let real: MadeDesk
let trial: MadeDesk
beforeAll(async () => {
  real = await makeDesk({ trial: false })
  trial = await makeDesk({ trial: true })
})
afterAll(async () => {
  await real.drop()
  await trial.drop()
})

const refused = async (...argv: string[]) => {
  const ran = await run(["serve", "--port", "0", ...argv])
  expect([ran.code, ran.out]).toEqual([2, ""])
  return refusalOf(ran).error
}

describe("serve", () => {
  test("is healthy once it says so, opens for the administrator's seven words, takes requests, and ends in order", async () => {
    const served = await serveDesk(real)
    const health = await fetch(`${served.url}/health`)
    expect([health.status, await health.json()]).toEqual([200, { status: "ok" }])
    const vault = await signIn(real, served.url)
    expect(await vault.who()).toMatchObject({ name: "Анна", admin: true, trial: false, rootPrint: real.printed.root })
    const desk = (await (await fetch(`${served.url}/desk.json`)).json()) as { intake: unknown[]; reply: unknown[] }
    expect([desk.intake.length, desk.reply.length]).toEqual([1, 1])
    served.running.child.kill("SIGTERM")
    const ended = await served.running.ended
    expect(ended.code).toBe(0)
    // Nothing but what a person may need to hear.
    expect(ended.err).not.toMatch(/Warning|"error"/)
  })

  test("a trial desk is never served as a real one, nor the reverse", async () => {
    expect(await refused("--data", trial.data)).toBe("trial-desk")
    expect(await refused("--data", real.data, "--trial")).toBe("real-desk")
  })

  test("a root key in the data folder stops it, wherever it lies and whatever it is called", async () => {
    const inside = join(real.data, "backup")
    await mkdir(inside)
    await copyFile(real.rootFile, join(inside, "notes.txt"))
    expect(await refused("--data", real.data)).toBe("root-key-in-data")
    await rename(join(inside, "notes.txt"), join(real.data, "root.key"))
    expect(await refused("--data", real.data)).toBe("root-key-in-data")
    await rm(join(real.data, "root.key"))
    await link(`${real.rootFile}.reserve`, join(inside, "r"))
    expect(await refused("--data", real.data)).toBe("root-key-in-data")
    await rm(inside, { recursive: true })
  })

  test("a folder without a desk is refused, and stays as it was", async () => {
    const empty = join(real.folder, "empty")
    expect(await refused("--data", empty)).toBe("no-desk")
    await mkdir(empty)
    expect(await refused("--data", empty)).toBe("no-desk")
    expect(await readdir(empty)).toEqual([])
  })

  test("what cannot be meant is refused: a port that is none, a taken one, half a bucket, an address with a path", async () => {
    expect(await refused("--data", real.data, "--origin", "https://desk.example.org/ask")).toBe("bad-origin")
    expect(refusalOf(await run(["serve", "--data", real.data, "--port", "80a"])).error).toBe("bad-port")
    const half = await run(["serve", "--data", real.data], { env: { S3_ENDPOINT: "https://s3.example.org", S3_BUCKET: "b" } })
    expect(refusalOf(half)).toMatchObject({ error: "bad-environment", message: expect.stringContaining("S3_KEY, S3_SECRET") })
    const mail = await run(["serve", "--data", real.data], { env: { SMTP_URL: "smtps://mail.example.org" } })
    expect(refusalOf(mail)).toMatchObject({ error: "bad-environment", message: expect.stringContaining("SMTP_FROM") })
    const alone = ["serve", "--data", real.data, "--port", "0"]
    for (const half of [
      ["--push-key", join(real.folder, "push.key")],
      ["--push-contact", "mailto:desk@example.org"],
    ])
      expect(refusalOf(await run([...alone, ...half])).error).toBe("bad-push-contact")
    const other = await run([...alone, "--push-key", real.rootFile, "--push-contact", "mailto:desk@example.org"])
    expect(refusalOf(other).error).toBe("bad-push-key")
    const holder = createServer()
    const port = await new Promise<number>((done) => holder.listen(0, "127.0.0.1", () => done((holder.address() as { port: number }).port)))
    const taken = start(["serve", "--data", real.data, "--port", String(port)])
    const ended = await taken.ended
    expect(ended.code).toBe(2)
    expect(ended.err).toContain('"port-taken"')
    await new Promise((done) => holder.close(done))
  })
})
