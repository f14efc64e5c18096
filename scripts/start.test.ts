// `npm start` as a visitor meets it: an empty folder, one command, a desk full of invented people.
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

let data: string
const children: ChildProcess[] = []
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "safe-conduct-start-"))
})
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL")
  await rm(data, { recursive: true, force: true })
})

interface Started {
  readonly url: string
  readonly out: () => string
  readonly end: () => Promise<number | null>
}

function start(env: Readonly<Record<string, string>>): Promise<Started> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "scripts/start.ts"], {
    env: { PATH: process.env["PATH"] ?? "", SAFE_CONDUCT_DATA: data, PORT: "0", ...env },
  })
  children.push(child)
  let out = ""
  const ended = new Promise<number | null>((done) => child.on("close", done))
  return new Promise((done, fail) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (piece) => {
        out += String(piece)
        const url = /Portal +(http:\S+)\//.exec(out)?.[1]
        if (url !== undefined)
          done({
            url,
            out: () => out,
            end: () => {
              child.kill("SIGTERM")
              return ended
            },
          })
      })
    void ended.then((code) => fail(new Error(`ended with ${code}: ${out}`)))
  })
}

describe("npm start", () => {
  test("makes a trial desk with three members, says where, ends in order, and uses the same desk again", async () => {
    const first = await start({})
    expect(await (await fetch(`${first.url}/health`)).json()).toEqual({ status: "ok" })
    expect(first.out()).toMatch(/Desk +http:\/\/127\.0\.0\.1:\d+\/desk\n/)
    expect(first.out()).toContain("no password needed in the trial")
    for (const page of ["/", "/ask", "/mailbox", "/folder", "/paper", "/safety", "/desk"]) {
      const answer = await fetch(`${first.url}${page}`, { headers: { "accept-language": "ru" } })
      expect([page, answer.status, answer.headers.get("content-type")]).toEqual([page, 200, "text/html; charset=utf-8"])
    }
    const notes = (await (await fetch(`${first.url}/trial.json`)).json()) as { members: { name: string; passphrase: string }[] }
    expect(notes.members.map(({ name }) => name)).toEqual(["Anna", "Boris", "Vera"])
    for (const { passphrase } of notes.members) expect(passphrase.split(" ")).toHaveLength(7)
    const desk = await (await fetch(`${first.url}/desk.json`)).text()

    await expect(start({})).rejects.toThrow("data-in-use")
    await expect(start({ PORT: new URL(first.url).port, SAFE_CONDUCT_DATA: `${data}-other` })).rejects.toThrow("port-taken")
    expect(await first.end()).toBe(0)

    const again = await start({})
    expect(await (await fetch(`${again.url}/desk.json`)).text()).toBe(desk)
    expect(again.out()).toContain("Ready in")
    expect(await again.end()).toBe(0)
  })
})
