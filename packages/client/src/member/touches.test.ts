// Approvals with a touch, against a real desk: what counts, what is only a key's signature, and what is refused before it is sealed.
import { type SoftPasskey, softPasskey } from "@safe-conduct/sealing/testing/authenticator"
import { membersIdOf } from "@safe-conduct/sealing/verify"
import { programme } from "@safe-conduct/russia-canada"
import { pinPolicies } from "@safe-conduct/domain/decision"
import type { Policy } from "@safe-conduct/domain/evidence"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type TestDesk, openTestDesk, seedsOf, testWords } from "../testing/desk.ts"
import { good, openedDesk, vaultAt } from "../testing/family.ts"
import { made, touched } from "../testing/passkeys.ts"
import { openCore, sha256Text } from "./core.ts"
import { refresh } from "./session.ts"
import { unlockBySeeds } from "./unlock.ts"
import { type Vault, createVault } from "./index.ts"

const host = "desk.example"
let desk: TestDesk
let anna: Vault
let boris: Vault
let ring: SoftPasskey
let stream: string
let person: string

/** Anna proposes, and Boris looks. */
async function proposed() {
  const { hash } = good(await anna.act(stream, "lower-urgency", { person, to: "N", reason: "a stay was granted" }))
  good(await boris.refresh())
  const { head } = good(await boris.openCase(stream))
  return { stream, entry: hash, saw: head }
}
/** Any member's bearer, as a page of hers would carry it. */
async function bearer(): Promise<{ readonly authorization: string }> {
  let authorization = ""
  const spy = ((input: string, init?: RequestInit) => {
    authorization = new Headers(init?.headers).get("authorization") ?? authorization
    return desk.fetch(input, init)
  }) as typeof globalThis.fetch
  good(await vaultAt(desk, spy).unlockWith(seedsOf(desk, 0)))
  return { authorization }
}
const lineOf = async (vault: Vault, seq: number) => good(await vault.openCase(stream)).log.find((line) => line.seq === seq)

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
  ;({ stream } = good(await anna.newCase({ people: [{ names: [{ script: "latin", surname: "Testova" }] }] })))
  person = good(await anna.openCase(stream)).people[0]?.person as string
  ring = await softPasskey(host)
  good(await boris.addPasskey(await made(boris, ring, "key on the ring")))
})
afterAll(() => desk.close())

describe("an approval", () => {
  test("with a touch says so to everyone, and to whoever reads it later", async () => {
    const of = await proposed()
    const { seq } = good(await boris.approve(stream, of.entry, of.saw, await touched(boris, ring, of)))
    expect(await lineOf(boris, seq)).toMatchObject({ factor: "passkey", touchRefused: null, refused: null })
    good(await anna.refresh())
    expect(await lineOf(anna, seq)).toMatchObject({ factor: "passkey", name: "Boris" })
    const later = vaultAt(desk)
    good(await later.unlockWith(seedsOf(desk, 0)))
    expect(await lineOf(later, seq)).toMatchObject({ factor: "passkey", refused: null })
  })
  test("without one is a key's signature, and counts where the programme asks for no more", async () => {
    const of = await proposed()
    expect(good(await boris.openCase(stream)).touchNeeded).toBe(false)
    const { seq } = good(await boris.approve(stream, of.entry, of.saw))
    expect(await lineOf(boris, seq)).toMatchObject({ factor: "key", refused: null })
  })
})

describe("a touch that does not count", () => {
  const says = async (of: Awaited<ReturnType<typeof proposed>>, touch: Parameters<Vault["approve"]>[3]) => {
    const done = await boris.approve(stream, of.entry, of.saw, touch)
    return done.ok ? null : done.refusal.error
  }
  test("is refused before anything is sealed: for another entry, another view, by another passkey, at another address, unrecognised", async () => {
    const [first, second] = [await proposed(), await proposed()]
    const { challenge } = good(await boris.approvalAsk(second, host))
    expect(await says(second, await touched(boris, ring, first))).toBe("touch-other-challenge")
    expect(await says(second, await touched(boris, ring, { ...second, saw: first.saw }))).toBe("touch-other-challenge")
    expect(await says(second, await (await softPasskey(host)).assert(challenge))).toBe("passkey-not-certified")
    expect(await says(second, await ring.assert(challenge, { rpId: "evil.example" }))).toBe("touch-other-address")
    expect(await says(second, await ring.assert(challenge, { origin: "https://evil.example" }))).toBe("touch-other-address")
    expect(await says(second, await ring.assert(challenge, { flags: 1 }))).toBe("touch-not-verified")
    expect(good(await boris.openCase(stream)).waiting).toHaveLength(2)
    const { head: saw } = good(await boris.openCase(stream))
    for (const { entry } of [first, second]) {
      const of = { stream, entry, saw }
      good(await boris.approve(stream, entry, saw, await touched(boris, ring, of)))
    }
  })
  test("of a colleague is hers alone: it is none under my name", async () => {
    const of = await proposed()
    const carla = await softPasskey(host)
    good(await anna.addPasskey(await made(anna, carla, "laptop")))
    good(await boris.refresh())
    const { challenge } = good(await boris.approvalAsk(of, host))
    expect(await says(of, await carla.assert(challenge))).toBe("passkey-not-certified")
    good(await boris.approve(stream, of.entry, of.saw))
  })
  test("of a passkey that was given up: what it signed before still counts, nothing after does", async () => {
    const of = await proposed()
    const phone = await softPasskey(host, "RS256")
    good(await boris.addPasskey(await made(boris, phone, "phone")))
    const { seq } = good(await boris.approve(stream, of.entry, of.saw, await touched(boris, phone, of)))
    const lost = good(await boris.ownKeys()).find((key) => key.name === "phone")
    good(await boris.removeKey(lost?.locator as string))
    const next = await proposed()
    expect(good(await boris.approvalAsk(next, host)).credentials).toHaveLength(1)
    expect(await says(next, await touched(boris, phone, next))).toBe("passkey-not-certified")
    const later = vaultAt(desk)
    good(await later.unlockWith(seedsOf(desk, 0)))
    expect(await lineOf(later, seq)).toMatchObject({ factor: "passkey" })
    good(await boris.approve(stream, next.entry, next.saw))
  })
})

describe("a client that seals what is no touch", () => {
  /** Boris's own keys in a client that checks nothing before it writes. */
  const careless = async () => {
    const env = { server: desk.url, fetch: desk.fetch, now: () => desk.now, wait: () => Promise.resolve(), words: testWords, programme }
    const core = openCore(env, good(await unlockBySeeds(env, seedsOf(desk, 1))), () => undefined)
    good(await refresh(core))
    const book = core.caseBook(stream as never)
    good(await book.pull())
    return { core, book }
  }
  test("is seen through by everybody else: the approval stands by her key, and the touch is shown not to count", async () => {
    const { core, book } = await careless()
    const before = await proposed()
    const old = await touched(boris, ring, before)
    good(await boris.approve(stream, before.entry, before.saw, old))
    const { seq, hash } = core.members.folded()
    const members = { seq, hash: hash as never }
    type Twist = (of: typeof before, honest: typeof old) => object | Promise<object>
    const stranger: Twist = async (of) => ({
      ...(await (await softPasskey(host)).assert(good(await boris.approvalAsk(of, host)).challenge)),
      members,
    })
    const twists: readonly [string, Twist][] = [
      ["touch-other-challenge", () => ({ ...old, members })],
      ["passkey-not-certified", stranger],
      ["passkey-not-certified", (_, honest) => ({ ...honest, members: { seq, hash: "0".repeat(64) } })],
      ["passkey-not-certified", (_, honest) => ({ ...honest, members: { seq: 1, hash } })],
      ["touch-bad-signature", (_, honest) => ({ ...honest, signature: old.signature, members })],
      ["touch-unreadable", (_, honest) => honest],
      ["touch-unreadable", () => ({ yes: true })],
      ["touch-unreadable", (_, honest) => ({ ...honest, members, more: 1 })],
    ]
    for (const [error, twist] of twists) {
      const of = await proposed()
      good(await book.pull())
      const touch = (await twist(of, await touched(boris, ring, of))) as never
      good(await book.act([{ does: "approve", input: { entry: of.entry }, touch }], { saw: of.saw as never }))
      good(await boris.refresh())
      expect(await lineOf(boris, book.head().seq)).toMatchObject({ factor: "key", refused: null, touchRefused: error })
    }
    // And an honest one by the same careless client counts.
    const of = await proposed()
    good(await book.pull())
    const touch = { ...(await touched(boris, ring, of)), members } as never
    good(await book.act([{ does: "approve", input: { entry: of.entry }, touch }], { saw: of.saw as never }))
    good(await boris.refresh())
    expect(await lineOf(boris, book.head().seq)).toMatchObject({ factor: "passkey", refused: null, touchRefused: null })
  })
  test("that names a state of the members which never was is not believed, and stands in nobody's way", async () => {
    const { core, book } = await careless()
    const of = await proposed()
    good(await book.pull())
    const touch = {
      ...(await touched(boris, ring, of)),
      members: { seq: core.members.folded().seq + 1_000, hash: "0".repeat(64) },
    } as never
    good(await book.act([{ does: "approve", input: { entry: of.entry }, touch }], { saw: of.saw as never }))
    good(await anna.refresh())
    const view = good(await anna.openCase(stream))
    expect(view.log.find((line) => line.seq === book.head().seq)).toMatchObject({ factor: "key", refused: { error: "no-key" } })
    expect(view.waiting.map((line) => line.entry)).toContain(of.entry)
    good(await anna.act(stream, "write-note", { kind: "note", text: "work goes on" }))
  })
  test("cannot put a touch on another act", async () => {
    const { core, book } = await careless()
    const of = await proposed()
    const { seq, hash } = core.members.folded()
    const touch = { ...(await touched(boris, ring, of)), members: { seq, hash: hash as never } }
    good(await book.pull())
    good(await book.act([{ does: "write-note", input: { kind: "note", text: "with a touch" }, touch }]))
    const written = book.head()
    good(await boris.refresh())
    expect(await lineOf(boris, written.seq)).toMatchObject({ factor: "key", touchRefused: "touch-unreadable", refused: null })
    good(await boris.openCase(stream))
  })
})

describe("a server that keeps back who has which passkey", () => {
  test("delays the line and cannot take the touch away from it", async () => {
    const membersStream = membersIdOf(seedsOf(desk, 0).desk as never)
    let kept: number | null = null
    const fetch = (async (input: string, init?: RequestInit) => {
      const answer = await desk.fetch(input, init)
      if (kept === null || !String(input).includes(`${membersStream}/entries`)) return answer
      const page = (await answer.json()) as { entries: { entry: { seq: number; hash?: string } }[]; head: { seq: number; hash: string } }
      return Response.json({ ...page, entries: page.entries.filter(({ entry }) => entry.seq <= (kept as number)), head })
    }) as typeof globalThis.fetch
    const reader = vaultAt(desk, fetch)
    good(await reader.unlockWith(seedsOf(desk, 0)))
    good(await reader.openCase(stream))
    const head = (await (await desk.fetch(`${desk.url}/api/streams/${membersStream}/head`, { headers: await bearer() })).json()) as {
      seq: number
      hash: string
    }
    const of = await proposed()
    const tablet = await softPasskey(host)
    kept = head.seq
    good(await boris.addPasskey(await made(boris, tablet, "tablet")))
    const { seq } = good(await boris.approve(stream, of.entry, of.saw, await touched(boris, tablet, of)))
    good(await reader.refresh())
    // Not folded, neither as touched nor as untouched: what was proposed still waits in her eyes.
    const early = good(await reader.openCase(stream))
    expect(early.log.find((line) => line.seq === seq)).toMatchObject({ refused: { error: "no-key" } })
    expect(early.waiting.map((line) => line.entry)).toContain(of.entry)
    kept = null
    good(await reader.refresh())
    expect(await lineOf(reader, seq)).toMatchObject({ factor: "passkey", refused: null })
    expect(good(await reader.openCase(stream)).waiting.map((line) => line.entry)).not.toContain(of.entry)
  })
})

describe("where the programme asks for a touch", () => {
  const strict: Policy = { ...programme.currentPolicy, id: "strict/1", version: 1, touchNeeded: true }
  const withStrict = { ...programme, policies: { ...programme.policies, strict }, currentPolicy: strict }
  const strictVault = async (n: number): Promise<Vault> => {
    const { url, fetch } = desk
    const vault = createVault({
      server: url,
      fetch,
      now: () => desk.now,
      wait: () => Promise.resolve(),
      words: testWords,
      programme: withStrict,
    })
    good(await vault.unlockWith(seedsOf(desk, n)))
    return vault
  }
  test("a key alone approves nothing, in no client's fold", async () => {
    const [one, two] = [await strictVault(0), await strictVault(1)]
    const { id, version } = strict
    const { hash } = pinPolicies([strict], sha256Text)[0] as { hash: string }
    good(await one.act(stream, "adopt-policy", { policy: { id, version, hash } }))
    const { hash: entry } = good(await one.act(stream, "lower-urgency", { person, to: "N", reason: "a stay was granted" }))
    good(await two.refresh())
    const view = good(await two.openCase(stream))
    expect(view.touchNeeded).toBe(true)
    expect((await two.check(stream, "approve", { entry, saw: view.head })).refusal).toBeNull()
    expect(await two.approve(stream, entry, view.head)).toMatchObject({ ok: false, refusal: { error: "touch-needed" } })
    good(await two.approve(stream, entry, view.head, await touched(two, ring, { stream, entry, saw: view.head })))
  })
})
