// Signing in: only with the key, only here, only now; and out.
import { signSession } from "@safe-conduct/sealing/seal"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type InventedDesk, ORIGIN, inventedDesk } from "../testing/invented-desk.ts"

let d: InventedDesk
beforeAll(async () => {
  d = await inventedDesk()
})
afterAll(() => d.close())

const HOUR = 3_600_000
const challenge = async () => (await d.call("GET", "/api/challenge")).json.challenge as string
const open = async (origin: string, text: string, signed = origin) =>
  d.call("POST", "/api/session", {
    subject: { kind: "member", member: d.cleo.id },
    challenge: text,
    origin,
    signature: await signSession(d.cleo.keys.signing, signed, d.desk, d.cleo.id, text),
  })
const heads = (token: string) => d.call("GET", "/api/heads", undefined, token)

describe("a session", () => {
  test("opens for who signs our fresh challenge with the origin of this server", async () => {
    expect((await open(ORIGIN, await challenge())).status).toBe(201)
  })

  test("does not open by a challenge that was relayed, forged or kept too long", async () => {
    expect((await open("https://desk.example.net", await challenge())).json.error).toBe("other-origin")
    expect((await open(ORIGIN, await challenge(), "https://desk.example.net")).json.error).toBe("not-known")
    const forged = Buffer.from(await challenge(), "base64")
    forged[0] = (forged[0] as number) ^ 1
    expect((await open(ORIGIN, forged.toString("base64"))).json.error).toBe("bad-challenge")
    const kept = await challenge()
    d.clock.now += 3 * 60_000
    expect((await open(ORIGIN, kept)).json.error).toBe("bad-challenge")
  })

  test("of a member ends after half an hour at rest, and after twelve hours in any event", async () => {
    const rested = await d.signIn(d.cleo)
    d.clock.now += 36 * 60_000
    expect((await heads(rested)).json.error).toBe("session-over")
    const used = await d.signIn(d.cleo)
    const begun = d.clock.now
    while (d.clock.now - begun < 12 * HOUR - 20 * 60_000) {
      d.clock.now += 20 * 60_000
      expect((await heads(used)).status).toBe(200)
    }
    d.clock.now += 26 * 60_000
    expect((await heads(used)).status).toBe(401)
  })

  test("ends when one signs out, and no other header opens anything", async () => {
    const token = await d.signIn(d.cleo)
    expect((await d.call("DELETE", "/api/session", undefined, token)).status).toBe(204)
    expect((await heads(token)).status).toBe(401)
    for (const header of ["", "Bearer", "Bearer x", "Basic eA==", `Bearer ${"A".repeat(500)}`])
      expect((await d.server.request("/api/heads", { headers: { authorization: header } })).status).toBe(401)
  })

  test("is served under the origins that the operator names, and then not under others", async () => {
    const named = await d.restart({ origins: ["https://desk.example.org"] })
    d = named
    await expect(d.signIn(d.cleo, ORIGIN)).rejects.toThrow("other-origin")
    expect(await d.signIn(d.cleo, "https://desk.example.org")).toMatch(/^[A-Za-z0-9+/=]+$/)
  })
})
