// The commands as processes against each other: a served desk that is fed garbage by the byte, and a sender that says no before it
// has opened a single connection.
import { randomBytes } from "node:crypto"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { join } from "node:path"
import type { Vault } from "@safe-conduct/client/member"
import { loadWords } from "@safe-conduct/sealing/code"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type MadeDesk, command, makeDesk } from "./src/command.ts"
import { cutLine } from "./src/cut-line.ts"
import { bytesOf, requestsOf, signIn, theRequestOf } from "./src/member.ts"
import { tapWire } from "./src/wire-tap.ts"

let made: MadeDesk
let vault: Vault
const url = () => `http://127.0.0.1:${made.port}`
const request = (surname: string, more: object = {}) =>
  JSON.stringify({ v: 1, language: "fr", asking: "lawyer", people: [{ names: { cyrillic: { surname, given: "Пётр" } } }], ...more })

beforeAll(async () => {
  made = await makeDesk()
  vault = await signIn(made)
}, 120_000)
afterAll(async () => {
  await made?.stop()
  if (made) rmSync(made.folder, { recursive: true, force: true })
})

/** Sends bytes as they are and gives back everything that came until the line closed or a moment passed. */
async function raw(bytes: Buffer | string, patience = 8000): Promise<string> {
  const socket = connect(made.port, "127.0.0.1")
  let back = ""
  socket.on("data", (piece) => (back += piece.toString("latin1")))
  socket.on("error", () => undefined)
  socket.write(bytes)
  await new Promise<void>((done) => {
    socket.on("close", () => done())
    setTimeout(done, patience)
  })
  socket.destroy()
  return back
}
const http = (line: string, headers: readonly string[], body: Buffer | string = "") =>
  Buffer.concat([Buffer.from(`${[line, "host: desk", "connection: close", ...headers].join("\r\n")}\r\n\r\n`, "latin1"), Buffer.from(body)])
const json = (line: string, body: Buffer | string, length = Buffer.byteLength(body)) =>
  http(line, ["content-type: application/json", `content-length: ${length}`], body)

test("bytes that are no request, half a request, or a lie about one get a 4xx or silence, and the desk stays up", async () => {
  const id = "0".repeat(32)
  const deep = "[".repeat(50_000)
  const answered: readonly (readonly [string, Buffer | string])[] = [
    ["noise", Buffer.concat([randomBytes(4096), Buffer.from("\r\n\r\n")])],
    ["a TLS greeting", Buffer.from("160301020001000001fc0303", "hex")],
    ["a verb that is none", "BREW /ask HTTP/1.1\r\nhost: x\r\n\r\n"],
    ["another protocol", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["headers without end", `GET / HTTP/1.1\r\nhost: x\r\nx: ${"a".repeat(200_000)}\r\n\r\n`],
    ["two lengths", http("POST /api/mailboxes HTTP/1.1", ["content-length: 5", "content-length: 6"], "hello!")],
    ["length and chunks", http("POST /api/mailboxes HTTP/1.1", ["content-length: 5", "transfer-encoding: chunked"], "0\r\n\r\n")],
    ["a negative length", http("POST /api/mailboxes HTTP/1.1", ["content-length: -1"])],
    [
      "chunks of nonsense",
      http("POST /api/mailboxes HTTP/1.1", ["content-type: application/json", "transfer-encoding: chunked"], "zz\r\nhello\r\n"),
    ],
    ["an empty body", json("POST /api/mailboxes HTTP/1.1", "")],
    ["broken UTF-8", json("POST /api/mailboxes HTTP/1.1", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]))],
    ["deep nesting", json("POST /api/session HTTP/1.1", deep)],
    ["a prototype", json("POST /api/session HTTP/1.1", '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}')],
    ["a length of 4 GiB", json("POST /api/mailboxes HTTP/1.1", "{}", 4 * 1024 ** 3)],
    ["a part of nobody", http(`PUT /api/objects/${id}/parts/0 HTTP/1.1`, ["content-length: 4"], "part")],
    ["another part number", http(`PUT /api/objects/${id}/parts/-1 HTTP/1.1`, ["content-length: 4"], "part")],
    ["an entry of nobody", json(`POST /api/streams/${id}/entries HTTP/1.1`, '{"entries":[]}')],
    ["up and out", http("GET /assets/../../../../etc/passwd HTTP/1.1", [])],
    ["up and out, hidden", http("GET /assets/..%2f..%2f..%2f..%2fetc%2fpasswd HTTP/1.1", [])],
    ["a null byte", http("GET /ask%00.html HTTP/1.1", [])],
    ["a broken escape", http("GET /%E0%A4%A HTTP/1.1", [])],
    ["a bearer of nobody", http("GET /api/heads?since=0 HTTP/1.1", [`authorization: Bearer ${"a".repeat(5000)}`])],
    ["numbers that are none", http("GET /api/cards?since=1e309 HTTP/1.1", [])],
  ]
  const got = await Promise.all(
    answered.map(async ([what, bytes]) => [what, /^HTTP\/1\.1 (\d+)/.exec(await raw(bytes))?.[1] ?? "nothing"] as const),
  )
  expect(got.filter(([, status]) => !/^(4\d\d|nothing)$/.test(status))).toEqual([])
  // Silence is for what is no HTTP at all, or is still waiting for its end; whatever could be read was answered.
  expect(got.filter(([, status]) => status === "nothing").map(([what]) => what)).toEqual([])
  for (const [, bytes] of answered.filter(([what]) => what.startsWith("up and out"))) expect(await raw(bytes)).not.toContain("root:")

  // Half requests that never end hold nobody else up.
  const half = Array.from({ length: 60 }, () => connect(made.port, "127.0.0.1"))
  for (const socket of half) {
    socket.on("error", () => undefined)
    socket.write("POST /api/mailboxes HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{")
  }
  const started = performance.now()
  const health = await fetch(`${url()}/health`)
  expect([health.status, await health.json()]).toEqual([200, { status: "ok" }])
  expect(performance.now() - started).toBeLessThan(5000)
  for (const socket of half) socket.destroy()

  // And it still does its work; of what was thrown at it nothing stands in its lines.
  const sent = await command(["submit", "--server", url()], request("Послешумов"))
  expect([sent.code, sent.err]).toEqual([0, ""])
  expect(await requestsOf(vault, "Послешумов")).toHaveLength(1)
  expect(made.lines()).not.toMatch(/passwd|BREW|\n\s+at .*\.ts:/)
}, 120_000)

test("`submit` with an unknown key ends with 2 and its place, before a single byte has gone to the desk", async () => {
  const tap = await tapWire(made.port)
  const wrong: readonly (readonly [object, string, string])[] = [
    [{ people: [{ names: { cyrillic: { surname: "Ключев" } }, passport: "1" }] }, "unknown-key", "/people/0/passport"],
    [{ "a/b~c": 1 }, "unknown-key", "/a~1b~0c"],
    [{ people: [{ names: { cyrillic: { surname: "Ключев" } }, born: "2030-03-05" }] }, "born-in-future", "/people/0/born"],
    [{ people: [{ names: { cyrillic: { surname: "Ключев" } }, aNumber: "A 87-6O4-321" }] }, "a-number-letters", "/people/0/aNumber"],
  ]
  for (const [more, error, at] of wrong) {
    const ran = await command(["submit", "--server", tap.url], request("Ключев", more))
    expect([ran.code, ran.out]).toEqual([2, ""])
    expect(ran.err.trimEnd().split("\n")).toHaveLength(1)
    expect(JSON.parse(ran.err)).toMatchObject({ error, at, message: expect.stringMatching(/\w+ \w+/) })
  }
  expect(tap.passed()).toEqual([])
  await tap.close()
  expect(await requestsOf(vault, "Ключев")).toEqual([])
}, 60_000)

test("words of two languages, each opened as it stands on paper, with a word mistyped too", async () => {
  for (const [language, surname] of [
    ["en", "Англов"],
    ["fr", "Франков"],
  ] as const) {
    const sent = await command(["submit", "--server", url(), "--language", language], request(surname))
    const { code } = JSON.parse(sent.out) as { code: string[] }
    const list = await loadWords(language)
    expect(code.filter((word) => !list.includes(word))).toEqual([])
    // As people write: capitals, numbers before the words, no accents, four letters of each.
    const written = code
      .map((word, at) => `${at + 1}. ${word.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase().slice(0, 4)}`)
      .join("\n")
    const opened = await command(["mailbox", "--server", url(), "--code-stdin"], written)
    expect([opened.code, JSON.parse(opened.out)]).toEqual([0, expect.objectContaining({ status: "received", sent: 1 })])
    const mistyped = code.with(6, (code[6] === code[7] ? code[8] : code[7]) as string)
    const repaired = await command(["mailbox", "--server", url(), "--code", mistyped.join(" ")])
    expect([repaired.code, JSON.parse(repaired.err)]).toEqual([0, expect.objectContaining({ repaired: code[6], place: 7 })])
    expect(await requestsOf(vault, surname)).toHaveLength(1)
  }
}, 120_000)

test("`submit` over a line that breaks five times ends with one request and the very same file", async () => {
  const line = await cutLine(made.port, 1.3 * 1024 * 1024, 5)
  const film = join(made.folder, "film.mp4")
  writeFileSync(film, randomBytes(6 * 1024 * 1024))
  const sent = await command(["submit", "--server", line.url, "--attach", film], request("Линейкин"))
  expect([sent.code, line.cuts]).toEqual([0, 5])
  const { files } = await theRequestOf(vault, "Линейкин")
  expect((await bytesOf(vault, files[0] as (typeof files)[0])).equals(readFileSync(film))).toBe(true)
  await line.close()
}, 120_000)
