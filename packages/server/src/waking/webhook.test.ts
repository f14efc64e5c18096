// A member names where she is woken, and the server goes there: to the open internet, to that address and to nowhere else.
import { type Server, createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { isPublic } from "./public-address.ts"
import { webhookSender } from "./webhook.ts"

interface Heard {
  readonly path: string
  readonly headers: Record<string, unknown>
  readonly body: string
}
const heard: Heard[] = []
let server: Server
let here = ""
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ""
    request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")))
    request.on("end", () => {
      heard.push({ path: request.url ?? "", headers: request.headers, body })
      if (request.url === "/moved") response.writeHead(307, { location: "/inside" })
      else if (request.url === "/down") response.writeHead(503)
      response.end("x".repeat(1000))
    })
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise<void>((done) => (server.closeAllConnections(), server.close(() => done()))))

const notice = (address: string) => ({ address, language: "ru" as const, link: "https://desk.example.org/take#token" })

describe("a webhook", () => {
  test("is posted as ntfy takes it: the text in her language as body, title and link as headers", async () => {
    expect(await webhookSender({ anywhere: true }).send(notice(`${here}/topic`))).toBe(true)
    expect(heard.at(-1)).toMatchObject({
      path: "/topic",
      headers: { title: "Safe Conduct", priority: "urgent", click: "https://desk.example.org/take#token" },
      body: expect.stringContaining("Посмотрите"),
    })
  })
  test("follows no redirect, and what answers badly or not at all has failed", async () => {
    const { send } = webhookSender({ anywhere: true })
    const before = heard.length
    expect([await send(notice(`${here}/moved`)), await send(notice(`${here}/down`)), await send(notice("http://127.0.0.1:1/"))]).toEqual([
      false,
      false,
      false,
    ])
    expect(heard.slice(before).map(({ path }) => path)).toEqual(["/moved", "/down"])
  })
  test("never enters the server's own network: not by number, nor by a name that points inside, nor by one of two", async () => {
    const before = heard.length
    const { port } = new URL(here)
    for (const addresses of [["127.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["::ffff:127.0.0.1"], []]) {
      const { takes, send } = webhookSender({ anywhere: false, resolve: async () => addresses })
      expect(takes(`https://name.example:${port}/`)).toBe(true)
      expect(await send(notice(`https://name.example:${port}/`))).toBe(false)
    }
    const { takes, send } = webhookSender({ anywhere: false })
    for (const host of ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:7f00:1]", "169.254.169.254", "10.1.2.3", "[fd00::1]"]) {
      expect([host, takes(`https://${host}:${port}/`)]).toEqual([host, false])
      expect(await send(notice(`https://${host}:${port}/`))).toBe(false)
    }
    expect(takes("http://ntfy.sh/x")).toBe(false)
    expect(takes("https://user:secret@ntfy.sh/x")).toBe(false)
    expect(heard.length).toBe(before)
  })
  test("speaks to the address that was judged, whatever the name says a moment later", async () => {
    const asked: string[] = []
    const resolve = async (host: string) => (asked.push(host), ["127.0.0.1"])
    const { port } = new URL(here)
    // No such name exists: only the one that was looked up can be spoken to.
    expect(await webhookSender({ anywhere: true, resolve }).send(notice(`http://wakes.invalid:${port}/pinned`))).toBe(true)
    expect([asked, heard.at(-1)?.path]).toEqual([["wakes.invalid"], "/pinned"])
  })
})

test("what is public and what is not", () => {
  const inside =
    "0.0.0.0 10.0.0.1 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 198.18.0.1 224.0.0.1 255.255.255.255 :: ::1 fe80::1 fc00::1 fd12::1 ff02::1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 64:ff9b::a00:1 2002:a00:1:: 2001::1 2001:db8::1 name 1"
  const outside = "1.1.1.1 8.8.8.8 93.184.216.34 172.32.0.1 100.128.0.1 2606:4700::1111 2a00:1450:4001::200e"
  expect(inside.split(" ").filter(isPublic)).toEqual([])
  expect(outside.split(" ").filter((one) => !isPublic(one))).toEqual([])
})
