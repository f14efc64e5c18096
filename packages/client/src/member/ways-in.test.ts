// A member's ways in, against a real desk: enrol, unlock by another, lose one, renew the words, lock and come back, lose everything.
import { type SoftPasskey, softPasskey } from "@safe-conduct/sealing/testing/authenticator"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { good, openedDesk, vaultAt } from "../testing/family.ts"
import { made, unlockBy as unlock } from "../testing/passkeys.ts"
import type { Vault } from "./index.ts"

const host = "desk.example"
let desk: TestDesk
let anna: Vault
let boris: Vault
let laptop: SoftPasskey
let ring: SoftPasskey

const words = (n: number): string => desk.founding.founders[n]?.passphrase ?? ""
const opens = async (passphrase: string): Promise<string | null> => {
  const answer = await vaultAt(desk).unlock(passphrase)
  return answer.ok ? null : answer.refusal.error
}
const keysOf = async (vault: Vault) => good(await vault.ownKeys())

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
  ;[laptop, ring] = [await softPasskey(host), await softPasskey(host, "EdDSA")]
})
afterAll(() => desk.close())

describe("any one opens", () => {
  test("a new device: the words first, then a passkey of its own", async () => {
    const vault = vaultAt(desk)
    good(await vault.unlock(words(0)))
    expect(await keysOf(vault)).toMatchObject([{ kind: "words", used: "2026-11-22", now: true, stands: true }])
    for (const [passkey, name] of [
      [laptop, "laptop"],
      [ring, "key on the ring"],
    ] as const)
      good(await vault.addPasskey(await made(vault, passkey, name)))
    expect(await keysOf(vault)).toMatchObject([
      { kind: "words" },
      { kind: "passkey", name: "laptop", made: "2026-11-22", rpId: host, counts: true, stands: true },
      { kind: "passkey", name: "key on the ring", counts: true },
    ])
    expect(await vault.ownCredentials(host)).toHaveLength(2)
    expect(await vault.ownCredentials("elsewhere.example")).toEqual([])
  })
  test("each passkey opens alone, and brings the pin of the root with it", async () => {
    desk.now += 86_400_000
    for (const passkey of [laptop, ring]) {
      const vault = vaultAt(desk)
      expect(good(await unlock(vault, passkey))).toMatchObject({ name: "Anna", rootPrint: desk.founding.rootPrint })
      expect((await keysOf(vault)).find((key) => key.now)).toMatchObject({ kind: "passkey", used: "2026-11-23" })
    }
    expect(await opens(words(0))).toBeNull()
  })
  test("a stranger's passkey, and hers asked at another address, open nothing", async () => {
    expect(await unlock(vaultAt(desk), await softPasskey(host))).toMatchObject({ ok: false, refusal: { error: "passkey-opens-nothing" } })
    expect(await unlock(vaultAt(desk), laptop, "evil.example")).toMatchObject({ ok: false, refusal: { error: "passkey-opens-nothing" } })
    const short = { credential: laptop.credential, answer: new Uint8Array(16), rpId: host }
    expect(await vaultAt(desk).unlockByPasskey(short)).toMatchObject({ ok: false, refusal: { error: "passkey-no-answer" } })
  })
  test("a passkey that was made elsewhere, or that recognised nobody, is not taken", async () => {
    const vault = vaultAt(desk)
    good(await vault.unlock(words(0)))
    const other = await made(vault, await softPasskey("other.example"), "x")
    expect(await vault.addPasskey({ ...other, rpId: host })).toMatchObject({ ok: false, refusal: { error: "touch-other-address" } })
    const fresh = await made(vault, await softPasskey(host), "x")
    const unseen = fresh.authenticatorData.slice()
    unseen[32] = 0x41
    expect(await vault.addPasskey({ ...fresh, authenticatorData: unseen })).toMatchObject({
      ok: false,
      refusal: { error: "touch-not-verified" },
    })
    // Another passkey's data under this one's id.
    expect(await vault.addPasskey({ ...fresh, credential: ring.credential })).toMatchObject({
      ok: false,
      refusal: { error: "passkey-no-answer" },
    })
    expect(await keysOf(vault)).toHaveLength(3)
  })
  test("colleagues are told at their next sign-in whose touch counts since", async () => {
    good(await boris.refresh())
    const vault = vaultAt(desk)
    const who = good(await vault.unlockWith(seedsOf(desk, 1)))
    expect(who.sinceLast.filter((news) => news.what === "passkey-added")).toMatchObject([{ name: "Anna" }, { name: "Anna" }])
    expect((await vault.members()).find((one) => one.name === "Anna")?.passkeys).toBe(2)
    good(await vault.refresh())
    const again = good(await vaultAt(desk).unlockWith(seedsOf(desk, 1)))
    expect(again.sinceLast).toEqual([])
  })
})

describe("a server that lies at the door", () => {
  test("asks no authenticator for anything else, and gets only places that name nobody", async () => {
    const asked: string[] = []
    const fetch = ((input: string, init?: RequestInit) => {
      asked.push(input.slice(desk.url.length))
      return desk.fetch(input, init)
    }) as typeof globalThis.fetch
    good(await unlock(vaultAt(desk, fetch), laptop))
    const hex = Buffer.from(laptop.credential).toString("hex")
    const base64 = Buffer.from(laptop.credential).toString("base64url")
    expect(asked.some((path) => path.includes(hex) || path.includes(base64))).toBe(false)
    expect(asked.slice(0, 3)).toEqual(["/desk.json", "/desk.json", expect.stringMatching(/^\/api\/wraps\/[a-z2-7]{26}$/)])
  })
  test("gives another member's seeds, or none: the passkey opens nothing and nothing else is tried", async () => {
    const vault = vaultAt(desk)
    good(await vault.unlock(words(1)))
    const mine = good(await vault.ownKeys())[0]?.locator as string
    const other = (await (await desk.fetch(`${desk.url}/api/wraps/${mine}`)).json()) as { blob: string }
    const lying = (body: unknown, status: number): typeof globalThis.fetch =>
      ((input: string, init?: RequestInit) =>
        String(input).includes("/api/wraps/")
          ? Promise.resolve(new Response(JSON.stringify(body), { status }))
          : desk.fetch(input, init)) as typeof globalThis.fetch
    for (const [body, status] of [
      [other, 200],
      [{ blob: "AAAA" }, 200],
      [{ error: "no-such-wrap", message: "" }, 404],
    ] as const)
      expect(await unlock(vaultAt(desk, lying(body, status)), laptop)).toMatchObject({
        ok: false,
        refusal: { error: "passkey-opens-nothing" },
      })
  })
})

describe("a lost passkey", () => {
  test("is removed by its owner from another device, and opens nothing from then on", async () => {
    const vault = vaultAt(desk)
    good(await unlock(vault, ring))
    const lost = (await keysOf(vault)).find((key) => key.name === "laptop")
    good(await vault.removeKey(lost?.locator ?? ""))
    expect(await unlock(vaultAt(desk), laptop)).toMatchObject({ ok: false, refusal: { error: "passkey-opens-nothing" } })
    expect((await keysOf(vault)).map((key) => key.name)).toEqual(["", "key on the ring"])
    good(await unlock(vaultAt(desk), ring))
    expect((await vault.members()).find((one) => one.name === "Anna")?.passkeys).toBe(1)
  })
  test("the words are not removed, and nobody removes what is not hers", async () => {
    const vault = vaultAt(desk)
    good(await unlock(vault, ring))
    const [own] = await keysOf(vault)
    expect(await vault.removeKey(own?.locator ?? "")).toMatchObject({ ok: false, refusal: { error: "words-stay" } })
    const other = vaultAt(desk)
    good(await other.unlock(words(1)))
    expect(await other.removeKey(own?.locator ?? "")).toMatchObject({ ok: false, refusal: { error: "no-such-wrap" } })
    expect(await other.removeKey((await keysOf(other))[0]?.locator ?? "")).toMatchObject({ ok: false, refusal: { error: "words-stay" } })
  })
  test("a way in that her own list does not know is shown", async () => {
    const vault = vaultAt(desk)
    good(await vault.unlock(words(1)))
    const scripted = vaultAt(desk)
    good(await scripted.unlockWith(seedsOf(desk, 1)))
    const { passphrase } = good(await scripted.renewWords())
    good(await scripted.keep("ways-in", null))
    good(await vault.refresh())
    expect((await keysOf(vault)).map((key) => key.kind)).toEqual(["unlisted", "unlisted"])
    expect(await opens(passphrase)).toBeNull()
  })
})

describe("new words", () => {
  test("open beside the old until they are typed back; then the old are gone from the server", async () => {
    const vault = vaultAt(desk)
    good(await unlock(vault, ring))
    const { passphrase } = good(await vault.renewWords())
    expect(passphrase.split(" ")).toHaveLength(7)
    expect([await opens(words(0)), await opens(passphrase)]).toEqual([null, null])
    expect(await vault.confirmWords(words(0))).toMatchObject({ ok: false, refusal: { error: "words-differ" } })
    good(await vault.confirmWords(` ${passphrase.toUpperCase()} `))
    expect([await opens(words(0)), await opens(passphrase)]).toEqual(["wrong-passphrase", null])
    good(await unlock(vaultAt(desk), ring))
    good(await vault.refresh())
    expect((await keysOf(vault)).map((key) => [key.kind, key.unproved])).toEqual([
      ["passkey", false],
      ["words", false],
    ])
  })
  test("that were shown and never typed back are replaced by the next", async () => {
    const vault = vaultAt(desk)
    good(await unlock(vault, ring))
    const first = good(await vault.renewWords()).passphrase
    const second = good(await vault.renewWords()).passphrase
    expect(await opens(first)).toBe("wrong-passphrase")
    good(await vault.confirmWords(second))
    expect(await opens(second)).toBeNull()
  })
})

describe("a locked screen", () => {
  const notes = { "/desk/cases": { text: "написать сестре" } }
  test("keeps what was half written for the member who comes back, by whichever way in", async () => {
    const vault = vaultAt(desk)
    good(await unlock(vault, ring))
    const heard: string[] = []
    vault.on((change) => heard.push(change.what))
    const sealed = (await vault.lock(notes)) as string
    expect(heard).toEqual(["locked"])
    expect(await vault.who()).toBeNull()
    expect(await vault.list()).toEqual([])
    expect(await vault.ownKeys()).toMatchObject({ ok: false, refusal: { error: "signed-out" } })
    expect(await vault.openLocked(sealed)).toBeNull()
    // The Worker has ended meanwhile: another vault, the same member.
    const later = vaultAt(desk)
    good(await unlock(later, ring))
    expect(await later.openLocked(sealed)).toEqual({ notes })
  })
  test("opens for no other member, and a desk where nobody is signed in has nothing to lock", async () => {
    const vault = vaultAt(desk)
    expect(await vault.lock(notes)).toBeNull()
    good(await unlock(vault, ring))
    const sealed = (await vault.lock(notes)) as string
    const other = vaultAt(desk)
    good(await other.unlockWith(seedsOf(desk, 1)))
    expect(await other.openLocked(sealed)).toBeNull()
  })
  test("ends its session at the server", async () => {
    let bearer = ""
    const fetch = ((input: string, init?: RequestInit) => {
      bearer = new Headers(init?.headers).get("authorization") ?? bearer
      return desk.fetch(input, init)
    }) as typeof globalThis.fetch
    const vault = vaultAt(desk, fetch)
    good(await unlock(vault, ring))
    const ask = () => desk.fetch(`${desk.url}/api/heads?since=0`, { headers: { authorization: bearer } })
    expect((await ask()).status).toBe(200)
    await vault.lock({})
    expect((await ask()).status).toBe(401)
  })
})

describe("a member who lost everything", () => {
  test("is enrolled anew under another id: her old work stays hers, and she cannot sign what she proposed before", async () => {
    const { stream } = good(await anna.newCase({ title: "Family", people: [{ names: [{ script: "latin", surname: "Testova" }] }] }))
    const vera = vaultAt(desk)
    const claim = good(await vera.newClaim())
    const enrol = async (text: string, formerly?: string) => {
      const as = { name: "Vera", roles: ["decider" as const], ...(formerly === undefined ? {} : { formerly }) }
      const begun = good(await anna.addMember(text, as))
      if (begun.done) throw new Error("one was enough")
      good(await boris.refresh())
      const done = good(await boris.addMember(text, as, begun.approvals))
      if (!done.done) throw new Error("two were not enough")
      good(await boris.rotate())
      good(await anna.refresh())
      return done.id
    }
    const first = await enrol(claim.claim)
    good(await vera.unlock(claim.passphrase))
    good(await vera.addPasskey(await made(vera, await softPasskey(host), "phone")))
    const person = good(await vera.openCase(stream)).people[0]?.person as string
    const lowered = good(await vera.act(stream, "lower-urgency", { person, to: "N", reason: "a stay was granted" }))
    // Phone and paper are gone.
    good(await anna.refresh())
    good(await anna.removeMember(first))
    const again = vaultAt(desk)
    const second = good(await again.newClaim())
    good(await boris.refresh())
    const newId = await enrol(second.claim, first)
    expect(newId).not.toBe(first)
    expect(await opens(claim.passphrase)).toBe("not-a-member")
    good(await again.unlock(second.passphrase))
    const view = good(await again.openCase(stream))
    expect(view.log.find((line) => line.does === "lower-urgency")).toMatchObject({ by: first, name: "Vera", refused: null })
    expect(view.waiting).toMatchObject([{ mine: true }])
    expect(await again.approve(stream, lowered.hash)).toMatchObject({ ok: false, refusal: { error: "same-member" } })
    expect((await again.members()).find((one) => one.member === newId)).toMatchObject({ formerly: first, passkeys: 0 })
    good(await anna.refresh())
    good(await anna.approve(stream, lowered.hash))
    // Her own wrap is hers: she renews her words without anybody.
    const { passphrase } = good(await again.renewWords())
    good(await again.confirmWords(passphrase))
    expect(await opens(second.passphrase)).toBe("wrong-passphrase")
  }, 120_000)
})
