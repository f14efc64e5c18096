// Somebody leaves, somebody joins: the desk's own keys at once, cases behind them, while everybody goes on working.
import { openCard } from "@safe-conduct/sealing/open"
import { randomId } from "@safe-conduct/sealing/seal"
import { bodyBytes, registerIdOf } from "@safe-conduct/sealing/verify"
import { type Bytes, type Card, type Id, readRosterBody } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { keysGiven, keysOf, signedIn } from "../hostile-server/scene.ts"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { good, openedDesk, vaultAt } from "../testing/family.ts"
import { readFrames } from "../testing/card-page.ts"
import type { Vault } from "./vault-port.ts"

const CASES = 6
const DAY = 86_400_000
let desk: TestDesk
let anna: Vault
let boris: Vault
const streams: string[] = []
let urgent: string
/** For which cases Anna's line breaks when something new of them is sent. */
let breaks: (stream: string) => boolean = () => false
const sent: string[] = []
/** In which order she asked for them. */
const asked: string[] = []

const breaking = (async (url: string, init?: RequestInit) => {
  const path = String(url).slice(desk.url.length)
  const on = streams.find((stream) => path.startsWith(`/api/streams/${stream}/entries`))
  if (on !== undefined && init?.method === "POST") {
    if (breaks(on)) throw new Error("no line")
    sent.push(on)
  } else if (on !== undefined) asked.push(on)
  return desk.fetch(url as never, init)
}) as typeof fetch

const cardsNow = async (): Promise<readonly Card[]> => {
  const api = await signedIn(desk, seedsOf(desk, 0).member as Id, await keysOf(desk, 0))
  return (readFrames(good(await api.cards(0)))?.frames ?? []).map(({ row }) => row.card)
}
const registerKeys = async (n: number): Promise<ReadonlyMap<number, Bytes>> => {
  const keys = await keysOf(desk, n)
  const member = seedsOf(desk, n).member as Id
  return keysGiven(await signedIn(desk, member, keys), desk.founding.desk, registerIdOf(desk.founding.desk), member, keys)
}
const opens = async (card: Card, keys: ReadonlyMap<number, Bytes>): Promise<boolean> => {
  for (const key of keys.values()) if ((await openCard(card, key)) !== null) return true
  return false
}

beforeAll(async () => {
  desk = await openTestDesk({ admins: 3 })
  const opened = await openedDesk(desk)
  boris = opened.boris
  good(await opened.anna.nameMember(seedsOf(desk, 2).member, { name: "Vera", roles: ["verifier"] }))
  await opened.anna.signOut()
  anna = vaultAt(desk, breaking)
  good(await anna.unlockWith(seedsOf(desk, 0)))
  for (let n = 0; n < CASES; n++) {
    const person = { names: [{ script: "latin" as const, surname: `Testov${n}` }] }
    streams.push(good(await anna.newCase({ people: [person] })).stream)
  }
  urgent = streams[2] as string
  const person = good(await anna.openCase(urgent)).people[0]?.person
  const event = { type: "removal.scheduled", at: new Date(desk.now + DAY / 2).toISOString().replace(".000", ""), confidence: "confirmed" }
  good(await anna.act(urgent, "record-event", { person, event }))
  good(await boris.refresh())
}, 60_000)
afterAll(() => desk.close())

describe("somebody leaves", () => {
  let closed: string
  test("the desk's own keys change before the call answers; cases follow, and where the line breaks the rest is still known", async () => {
    const known = await registerKeys(2)
    closed = good(await anna.newCompartment(urgent, "vouchers", [seedsOf(desk, 2).member])).stream
    const late = vaultAt(desk)
    good(await late.unlockWith(seedsOf(desk, 1)))
    sent.length = 0
    breaks = (stream) => stream !== urgent && stream !== streams[0]
    good(await anna.removeMember(seedsOf(desk, 2).member))
    // Whoever asks for the walk while it goes on waits for that one.
    expect(await anna.rotate()).toMatchObject({ ok: false, refusal: { error: "offline" } })
    expect(new Set(sent).size).toBe(2)
    expect(await anna.rotation()).toMatchObject({ of: CASES, left: CASES - 2, here: false })
    // Another desk finds the same from the cards alone, with nothing told between them.
    good(await boris.refresh())
    expect(await boris.rotation()).toMatchObject({ of: CASES, left: CASES - 2, here: false })
    const anew = await cardsNow()
    for (const card of anew) expect(await opens(card, known), card.stream).toBe(!sent.includes(card.stream))

    // A desk that has heard nothing yet writes no card that she who left could open.
    const unheard = streams.find((stream) => !sent.includes(stream)) as string
    const { seq } = good(await late.act(unheard, "write-note", { kind: "note", text: "before the news" }))
    const card = (await cardsNow()).find((one) => one.stream === unheard) as Card
    expect([await opens(card, known), card.through.seq < seq]).toEqual([true, true])
    await late.signOut()
  })

  test("a line that is written meanwhile is under a new key by itself, its card too", async () => {
    const left = streams.filter((stream) => !sent.includes(stream))
    const mine = left.at(-1) as string
    const known = await registerKeysOfLeaver()
    good(await boris.act(mine, "write-note", { kind: "note", text: "meanwhile" }))
    expect(await boris.rotation()).toMatchObject({ left: CASES - 3 })
    const card = (await cardsNow()).find((one) => one.stream === mine) as Card
    expect(await opens(card, known)).toBe(false)
  })

  test("as long as somebody gets on with it the others wait; when nothing moves, whoever is there goes on to the end", async () => {
    good(await boris.refresh())
    expect(await boris.rotation()).toMatchObject({ left: CASES - 3, here: false })
    desk.now += 5_000
    good(await boris.refresh())
    expect(await boris.rotation()).toMatchObject({ left: CASES - 3, here: false })
    desk.now += 60_000
    good(await boris.refresh())
    await until(async () => (await boris.rotation()).left === 0)
    breaks = () => false
    good(await anna.refresh())
    expect(await anna.rotation()).toMatchObject({ of: CASES, left: 0 })
    const known = await registerKeysOfLeaver()
    for (const card of await cardsNow()) expect(await opens(card, known), card.stream).toBe(false)
  })

  test("the closed parts of a case get new keys with it", async () => {
    const api = await signedIn(desk, seedsOf(desk, 0).member as Id, await keysOf(desk, 0))
    const rosters = good(await api.page(closed, 0)).entries.flatMap(
      ({ entry }) => readRosterBody(bodyBytes(entry) ?? new Uint8Array()) ?? [],
    )
    expect(rosters.map(({ members }) => members.length)).toEqual([2, 1])
  })

  /** As she was given them while she was a member: read with Anna's envelopes of those epochs, which hold the same keys. */
  async function registerKeysOfLeaver(): Promise<ReadonlyMap<number, Bytes>> {
    const all = await registerKeys(0)
    const last = Math.max(...all.keys())
    return new Map([...all].filter(([epoch]) => epoch < last))
  }
})

describe("somebody joins", () => {
  test("cases are handed on, the most urgent first; what was not reached yet is told apart from what is kept to fewer, or is not there", async () => {
    const closed = good(await anna.newCase({ people: [], restricted: true })).stream
    // No other desk is open, and Anna's line lets the most urgent case through and no other.
    await boris.signOut()
    const third = vaultAt(desk)
    good(await third.unlockWith(seedsOf(desk, 1)))
    boris = third
    const claim = vaultAt(desk)
    const claimed = good(await claim.newClaim())
    const begun = good(await third.addMember(claimed.claim, { name: "Lev", roles: ["caseworker"] }))
    await third.signOut()
    good(await anna.refresh())
    breaks = (stream) => stream !== urgent
    asked.length = 0
    good(await anna.addMember(claimed.claim, { name: "Lev", roles: ["caseworker"] }, begun.done ? "" : begun.approvals))
    expect(await anna.rotate()).toMatchObject({ ok: false, refusal: { error: "offline" } })
    expect(asked[0]).toBe(urgent)
    good(await claim.unlock(claimed.passphrase))
    await until(async () => (await claim.rotation()).notHandedOn === CASES - 1)
    expect(good(await claim.openCase(urgent)).people).toHaveLength(1)
    const other = streams.find((stream) => stream !== urgent) as string
    expect(await claim.openCase(other)).toMatchObject({ ok: false, refusal: { error: "not-handed-on" } })
    expect(await claim.openCase(closed)).toMatchObject({ ok: false, refusal: { error: "not-on-roster" } })
    expect(await claim.openCase(randomId())).toMatchObject({ ok: false, refusal: { error: "no-such-stream" } })
    breaks = () => false
    good(await anna.rotate())
    good(await claim.refresh())
    expect(good(await claim.openCase(other)).people).toHaveLength(1)
    await until(async () => (await claim.rotation()).notHandedOn === 0)
    expect(await claim.openCase(closed)).toMatchObject({ ok: false, refusal: { error: "not-on-roster" } })
  })
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error("it never came to that")
    await new Promise((go) => setTimeout(go, 10))
  }
}
