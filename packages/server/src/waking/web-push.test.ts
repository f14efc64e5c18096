// A push service hears who we are and that a device is to be woken, and not one letter more; nobody else hears even that.
import { type Server, createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { newPushKey, pushSigning } from "@safe-conduct/sealing/verify"
import { afterAll, beforeAll, expect, test } from "vitest"
import { webPushSender, type WebPushOptions } from "./web-push.ts"

interface Heard {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: Record<string, unknown>
  readonly body: string
}
const heard: Heard[] = []
const statuses: Readonly<Record<string, number>> = { "/gone": 410, "/unknown": 404, "/busy": 429, "/moved": 307 }
let server: Server
let here = ""
let given: WebPushOptions
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ""
    request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")))
    request.on("end", () => {
      heard.push({ method: request.method, path: request.url, headers: request.headers, body })
      response.writeHead(statuses[request.url ?? ""] ?? 201, { location: "/inside" })
      response.end()
    })
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const signing = await pushSigning(await newPushKey())
  if (signing === null) throw new Error("no key")
  const now = () => Date.UTC(2026, 10, 23, 3)
  given = { signing, contact: "mailto:desk@example.org", now, anywhere: true, hosts: ["127.0.0.1"] }
})
afterAll(() => new Promise<void>((done) => (server.closeAllConnections(), server.close(() => done()))))

const notice = (address: string) => ({ address, language: "ru" as const, link: "https://desk.example.org/take#token" })

test("a wake has no body, says that it is urgent and soon stale, and carries no link, no language and no word", async () => {
  expect(await webPushSender(given).send(notice(`${here}/device`))).toBe(true)
  const [last] = heard.slice(-1)
  expect(last).toMatchObject({ method: "POST", path: "/device", body: "", headers: { "content-length": "0", ttl: "600", urgency: "high" } })
  expect(last?.headers["authorization"]).toMatch(new RegExp(`^vapid t=[\\w-]+\\.[\\w-]+\\.[\\w-]+, k=${given.signing.publicKey}$`))
  expect(JSON.stringify(last)).not.toMatch(/token|take|Safe Conduct|Посмотрите|"ru"/)
  const claims = JSON.parse(Buffer.from(String(last?.headers["authorization"]).split(".")[1] ?? "", "base64url").toString())
  expect(claims).toMatchObject({ aud: here, sub: "mailto:desk@example.org" })
})

test("an address that will never take one again is gone; one that is busy, or sends us elsewhere, has failed", async () => {
  const { send } = webPushSender(given)
  expect(await Promise.all(["gone", "unknown", "busy", "moved"].map((path) => send(notice(`${here}/${path}`))))).toEqual([
    "gone",
    "gone",
    false,
    false,
  ])
  expect(heard.some(({ path }) => path === "/inside")).toBe(false)
})

test("only the browsers' own services are asked, by their names or below them, over TLS, and never inside", async () => {
  const { takes, send } = webPushSender({ ...given, anywhere: false, hosts: [] })
  const services = [
    "https://fcm.googleapis.com/fcm/send/abc",
    "https://updates.push.services.mozilla.com/wpush/v2/abc",
    "https://web.push.apple.com/abc",
    "https://db5p.notify.windows.com/w/?token=abc",
  ]
  expect(services.filter((one) => !takes(one))).toEqual([])
  const others = [
    "http://fcm.googleapis.com/fcm/send/abc",
    "https://fcm.googleapis.com.example.org/abc",
    "https://evilfcm.googleapis.com/abc",
    "https://user:secret@fcm.googleapis.com/abc",
    "https://storage.googleapis.com/abc",
    "https://127.0.0.1/abc",
    here,
  ]
  expect(others.filter(takes)).toEqual([])
  const before = heard.length
  const inside = webPushSender({ ...given, anywhere: false, resolve: async () => ["127.0.0.1"] })
  expect(await inside.send(notice("https://fcm.googleapis.com/fcm/send/abc"))).toBe(false)
  expect(await send(notice(`${here}/device`))).toBe(false)
  expect(heard).toHaveLength(before)
})
