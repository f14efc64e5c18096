// One history for everybody: a server that shows two people different logs, an older one, or loses what had its receipt is found out,
// by the one it lies to and by everybody who reads what she saw.
import { cp, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { memberKeys, signSession } from "@safe-conduct/sealing/seal"
import { seenIdOf } from "@safe-conduct/sealing/verify"
import { type Server, createServer } from "@safe-conduct/server"
import { type Appended, type Checkpoint, type Id, type Page, fromHex } from "@safe-conduct/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { good, openedDesk, vaultAt } from "../testing/family.ts"
import type { LogAlarm, Vault } from "./index.ts"

const HOUR = 3_600_000
let desk: TestDesk
let anna: Vault
let boris: Vault

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
  await desk.server.sequence()
  await newCase("One")
})
afterAll(() => desk.close())

const newCase = async (surname: string): Promise<string> =>
  good(await anna.newCase({ people: [{ names: [{ script: "latin" as const, surname }] }] })).stream
/** An hour later, everything that was stored is in the log, and both look. */
async function anHourLater(...vaults: readonly Vault[]): Promise<readonly (readonly LogAlarm[])[]> {
  desk.now += HOUR
  await desk.server.sequence()
  const found: (readonly LogAlarm[])[] = []
  for (const vault of vaults) found.push(good(await vault.refresh()).log)
  return found
}
const words = async (n: number): Promise<number> => {
  const stream = seenIdOf(desk.founding.desk, seedsOf(desk, n).member as Id)
  const answer = await desk.server.request(`/api/streams/${stream}/head`, { headers: { authorization: `Bearer ${bearer}` } })
  return answer.ok ? ((await answer.json()) as { seq: number }).seq + 1 : 0
}
let bearer: string | null = null
/** Whatever Boris asks goes through `change`, which may answer in the server's place. */
const through = (change: (path: string, honest: () => Promise<Response>) => Promise<Response>): typeof fetch =>
  (async (path: string, init?: RequestInit) => {
    const token = new Headers(init?.headers).get("authorization")
    if (token) bearer = token.slice("Bearer ".length)
    return change(String(path).slice(desk.url.length), () => desk.fetch(path as never, init))
  }) as typeof fetch
async function lied(change: (path: string, honest: () => Promise<Response>) => Promise<Response>): Promise<Vault> {
  const vault = vaultAt(desk, through(change))
  good(await vault.unlockWith(seedsOf(desk, 1)))
  return vault
}
const honestly = (_path: string, honest: () => Promise<Response>) => honest()

test("with an honest server everybody says what she saw, by the hour, and nothing is red", async () => {
  const carl = await lied(honestly)
  expect(await anHourLater(anna, boris, carl)).toEqual([[], [], []])
  const before = await words(0)
  expect(before).toBeGreaterThan(0)
  for (let n = 0; n < 5; n++) good(await anna.refresh())
  expect(await words(0)).toBe(before)
  await newCase("Two")
  expect(await anHourLater(anna, boris, anna, boris, carl)).toEqual([[], [], [], [], []])
  expect(await words(0)).toBe(before + 1)
})
test("a log that was made anew from other entries is red for her who looks, and she says nothing more that would cover it", async () => {
  await anHourLater(anna, boris)
  let other: Checkpoint | null = null
  const twisted = await lied(async (path, honest) => {
    const answer = await honest()
    if (other && path === "/api/log") return Response.json(other)
    return answer
  })
  await anHourLater(twisted)
  // A second desk under the same key would be needed for a signature that holds; a borrowed one does not.
  other = { ...((await (await desk.server.request("/api/log", { headers: { authorization: `Bearer ${bearer}` } })).json()) as Checkpoint) }
  other = { ...other, root: "7".repeat(64) as never }
  const said = await words(1)
  expect(await anHourLater(twisted)).toEqual([[expect.objectContaining({ what: "unsigned" })]])
  expect(await words(1)).toBe(said)
})
test("an older log than she has seen is red, between two sign-ins too", async () => {
  let old: string | null = null
  let asked = 0
  const change = async (path: string, honest: () => Promise<Response>): Promise<Response> => {
    if (path === "/api/log") asked++
    return path === "/api/log" && old !== null ? new Response(old, { headers: { "content-type": "application/json" } }) : honest()
  }
  const first = await lied(change)
  await anHourLater(first)
  const kept = await (await desk.server.request("/api/log", { headers: { authorization: `Bearer ${bearer}` } })).text()
  await newCase("Two")
  await anHourLater(first)
  await first.signOut()
  old = kept
  const again = await lied(change)
  expect((await anHourLater(again))[0]).toEqual([expect.objectContaining({ what: "behind", name: "Boris" })])
  expect(asked).toBeGreaterThan(2)
})
test("a server that cannot prove that the log only grew is red, and a lost line is not", async () => {
  let mood: "honest" | "wrong" | "mute" | "cut" = "honest"
  const vault = await lied(async (path, honest) => {
    if (!path.startsWith("/api/log/consistency") || mood === "honest") return honest()
    if (mood === "cut") throw new TypeError("the line is cut")
    if (mood === "mute") return Response.json({ error: "not-in-log", message: "no" }, { status: 404 })
    return Response.json({ path: ["3".repeat(64)] })
  })
  await anHourLater(vault)
  await newCase("Two")
  mood = "cut"
  expect(await anHourLater(vault)).toEqual([[]])
  mood = "honest"
  expect(await anHourLater(vault)).toEqual([[]])
  for (const lie of ["wrong", "mute"] as const) {
    await newCase(lie)
    mood = lie
    expect((await anHourLater(vault))[0]).toContainEqual(expect.objectContaining({ what: "forked" }))
  }
})
test("what another member saw and what is shown here must be one history: else it is red for both, by name", async () => {
  // Boris is shown a log that ends early: Anna's word tells of more.
  let old: string | null = null
  const vault = await lied(async (path, honest) =>
    path === "/api/log" && old !== null ? new Response(old, { headers: { "content-type": "application/json" } }) : honest(),
  )
  await anHourLater(vault, anna)
  old = await (await desk.server.request("/api/log", { headers: { authorization: `Bearer ${bearer}` } })).text()
  await newCase("Two")
  await anHourLater(anna)
  const [shown] = await anHourLater(vault)
  expect(shown).toContainEqual(expect.objectContaining({ what: "behind", name: "Anna" }))
})
test("two words that do not extend each other are red for every member who reads them", async () => {
  await anHourLater(anna, boris)
  // From here on the desk has two histories: a copy of everything, served to Boris under the same keys.
  const data = await mkdtemp(join(tmpdir(), "safe-conduct-fork-"))
  await cp(desk.data, data, { recursive: true })
  const fork = await createServer({ data, now: () => desk.now, trial: true })
  try {
    await newCase("Two")
    await anHourLater(anna)
    const elsewhere = ((path: string, init?: RequestInit) => fork.request(String(path).slice(desk.url.length), init)) as typeof fetch
    const deceived = vaultAt(desk, elsewhere)
    good(await deceived.unlockWith(seedsOf(desk, 1)))
    for (const surname of ["Three", "Four", "Five", "Six"])
      good(await deceived.newCase({ people: [{ names: [{ script: "latin" as const, surname }] }] }))
    await fork.sequence()
    expect(good(await deceived.refresh()).log).toEqual([])
    // Asked for what Anna saw, the copy hands on her signed word: it cannot make another.
    await handOn(fork)
    desk.now += HOUR
    await fork.sequence()
    expect(good(await deceived.refresh()).log).toEqual([expect.objectContaining({ what: "forked", name: "Anna" })])
    // And whoever comes later reads both words, whichever history she is shown.
    const later = vaultAt(desk, elsewhere)
    good(await later.unlockWith(seedsOf(desk, 0)))
    expect(good(await later.refresh()).log.map((alarm) => alarm.what)).toEqual(["forked"])
  } finally {
    await fork.close()
    await rm(data, { recursive: true, force: true })
  }
})

/** Anna's words, read from the one history and put into the other by a request that she once signed in for. */
async function handOn(fork: Server): Promise<void> {
  const { desk: id, member, sign, open } = seedsOf(desk, 0)
  const keys = await memberKeys(member as Id, { sign: fromHex(sign), open: fromHex(open) })
  const call = async (server: Server, path: string, token?: string, body?: unknown): Promise<never> =>
    (await (
      await server.request(path, {
        method: body === undefined ? "GET" : "POST",
        headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    ).json()) as never
  const signIn = async (server: Server): Promise<string> => {
    const { challenge } = (await call(server, "/api/challenge")) as { challenge: string }
    const origin = "http://localhost"
    const signature = await signSession(keys.signing, origin, id as Id, member as Id, challenge)
    return (
      (await call(server, "/api/session", undefined, { subject: { kind: "member", member }, challenge, origin, signature })) as {
        token: string
      }
    ).token
  }
  const path = `/api/streams/${seenIdOf(id as Id, member as Id)}/entries`
  const { entries } = (await call(desk.server, path, await signIn(desk.server))) as Page
  const bearer = await signIn(fork)
  const { head } = (await call(fork, path, bearer)) as Page
  const rest = entries.map((row) => row.entry).filter((entry) => entry.seq > head.seq)
  expect(rest.length).toBeGreaterThan(0)
  expect(await call(fork, path, bearer, { entries: rest })).toMatchObject({ head: { seq: rest.at(-1)?.seq } })
}
test("what had its receipt and is not in the log is red", async () => {
  let gone: Appended["receipt"] | null = null
  const vault = await lied(async (path, honest) => {
    const answer = await honest()
    if (gone && path.startsWith(`/api/log/inclusion?stream=${gone.stream}&`))
      return Response.json({ error: "not-in-log", message: "The log does not hold this." }, { status: 404 })
    if (path.endsWith("/entries") && answer.status === 201) gone ??= ((await answer.clone().json()) as Appended).receipt
    return answer
  })
  good(await vault.refresh())
  gone = null
  good(await vault.newCase({ people: [{ names: [{ script: "latin" as const, surname: "Three" }] }] }))
  expect(gone).not.toBeNull()
  expect(await anHourLater(vault)).toEqual([[{ what: "receipt-missing", member: null }]])
})
test("a proof for another leaf does not stand for a receipt", async () => {
  let lying = false
  const vault = await lied(async (path, honest) => {
    const answer = await honest()
    if (!lying || !path.startsWith("/api/log/inclusion")) return answer
    const { place, path: hashes } = (await answer.json()) as { place: number; path: string[] }
    return Response.json({ place, path: hashes.toReversed() })
  })
  good(await vault.newCase({ people: [{ names: [{ script: "latin" as const, surname: "Three" }] }] }))
  lying = true
  expect((await anHourLater(vault))[0]).toEqual([{ what: "receipt-missing", member: null }])
})
test("a word that somebody else signed, or that was altered, makes its stream unbelievable", async () => {
  await anHourLater(anna)
  const stream = seenIdOf(desk.founding.desk, seedsOf(desk, 0).member as Id)
  const vault = await lied(async (path, honest) => {
    const answer = await honest()
    if (!path.startsWith(`/api/streams/${stream}/entries`)) return answer
    const page = (await answer.json()) as { entries: { entry: { signature: string } }[] }
    return Response.json({
      ...page,
      entries: page.entries.map((row) => ({ ...row, entry: { ...row.entry, signature: `${"A".repeat(86)}==` } })),
    })
  })
  await anHourLater(vault)
  expect(good(await vault.refresh()).alarms).toContainEqual({ stream, error: "bad-signature" })
})
