// What anybody may fetch without signing in: these fields, and no other, however much the desk has come to hold.
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type InventedDesk, ask, inventedDesk, openMailbox, shared } from "../testing/invented-desk.ts"

let d: InventedDesk
let text: string
beforeAll(async () => {
  d = await inventedDesk()
  const mailbox = await openMailbox(d)
  const asked = await d.append(mailbox.keys.ask, { entries: [await ask(d, mailbox, "one request")] })
  expect(asked.status).toBe(201)
  const stream = await shared(d, [d.ada, d.cleo])
  expect((await d.append(stream.stream, stream.input, await d.signIn(d.ada))).status).toBe(201)
  text = await (await d.server.request("/desk.json")).text()
})
afterAll(() => d.close())

/** Every way into it, `[]` for each place of a list. */
const pathsOf = (value: unknown, at = ""): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap((inner) => pathsOf(inner, `${at}[]`))
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, `${at}.${name}`))
      : [at]
const all = (value: unknown): readonly string[] => [...new Set(pathsOf(value))].sort()

const entry = ["author", "body", "bodyHash", "desk", "dirHash", "dirSeq", "epoch", "prev", "seq", "signature", "size", "stream"]
const approvals = [".approvals[].by", ".approvals[].signature"]
const certificate = (key: string) => [".certificate.notAfter", ".certificate.notBefore", ".certificate.number", `.certificate.${key}`]

/** A label, and JSON behind it. */
const genesisBody = (): string =>
  Buffer.from((JSON.parse(text) as { readonly genesis: { readonly body: string } }).genesis.body, "base64").toString()

describe("/desk.json", () => {
  test("holds its listed fields and nothing beyond them", () => {
    expect(all(JSON.parse(text))).toEqual(
      [
        ...entry.map((name) => `.genesis.${name}`),
        ...[...certificate("recipient"), ...approvals].map((name) => `.intake[]${name}`),
        ...[...certificate("key"), ...approvals].map((name) => `.reply[]${name}`),
        ".directory.seq",
        ".directory.hash",
        ".received",
      ].sort(),
    )
  })

  test("its genesis, which lies in the clear, holds ids and public keys", () => {
    const body = genesisBody()
    expect(all(JSON.parse(body.slice(body.indexOf("{"))))).toEqual(
      [
        ...["member", "pq", "seal", "sign"].map((name) => `.admins[].${name}`),
        ".does",
        ".nonce",
        ".reserve",
        ".root",
        ".threshold",
        ".trial",
      ].sort(),
    )
  })

  test("names no member who is not an administrator, and no stream", async () => {
    const { rows } = (await d.call("GET", "/api/heads?since=0", undefined, await d.signIn(d.ada))).json as { rows: { stream: string }[] }
    const streams = rows.map(({ stream }) => stream)
    expect(streams.length).toBeGreaterThan(1)
    const genesis = (JSON.parse(text) as { readonly genesis: { readonly stream: string } }).genesis.stream
    const told = (id: string): boolean => text.includes(id) || genesisBody().includes(id)
    expect(told(d.ada.id)).toBe(true)
    expect(told(d.cleo.id)).toBe(false)
    expect(streams.filter((stream) => stream !== genesis && told(stream))).toEqual([])
  })
})
