// Compartments against a real desk: who is not on one opens nothing of it with every key she has and the whole store in her hands, who
// was taken off opens nothing written later, and nothing that lies in one stands in a card, a search, a letter or a proposal.
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { openEntry, openEnvelope } from "@safe-conduct/sealing/open"
import { type Entry, type Id, fromHex, readRosterBody, toBase64, toHex } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { programme } from "@safe-conduct/russia-canada"
import { type TestDesk, openTestDesk, seedsOf, testWords } from "../testing/desk.ts"
import type { Role } from "@safe-conduct/domain/evidence"
import { good, openedDesk, vaultAt } from "../testing/family.ts"
import { keysOf } from "../hostile-server/scene.ts"
import { exportByWords } from "./export-by-words.ts"
import type { CompartmentView, Vault } from "./index.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
let cleo: Vault
let stream: string
let vouchers: string

const id = (n: number): string => seedsOf(desk, n).member
const neighbour = {
  voucher: "v1",
  name: "Савелий Дроздов",
  where: "russia",
  known: "Lived next door for nine years.",
  maySay: "A neighbour, without name or place.",
}
const add = (who: Vault, change: object = {}) => who.actCompartment(stream, vouchers, "add-voucher", { ...neighbour, ...change })
const view = async (who: Vault): Promise<CompartmentView> => good(await who.openCompartment(stream, vouchers))
const refresh = async () => {
  for (const vault of [anna, boris, cleo]) good(await vault.refresh())
}

beforeAll(async () => {
  desk = await openTestDesk({ admins: 3 })
  ;({ anna, boris } = await openedDesk(desk))
  cleo = vaultAt(desk)
  good(await cleo.unlockWith(seedsOf(desk, 2)))
  good(await anna.nameMember(id(2), { name: "Cleo", roles: ["caseworker", "intake"] }))
  stream = good(await anna.newCase({ people: [{ names: [{ script: "cyrillic", surname: "Тестовская" }] }] })).stream
  good(await anna.act(stream, "state-claim", { claim: "c1", person: await personOf(), kind: "protest", what: "A picket", core: true }))
  for (const evidence of ["e1", "e2"])
    good(
      await anna.act(stream, "bind-evidence", {
        evidence,
        statement: "I saw it.",
        claims: ["c1"],
        source: "witness",
        origin: "",
        authenticity: "plausible",
        identity: "likely",
      }),
    )
  await refresh()
  vouchers = good(await anna.newCompartment(stream, "vouchers", [id(2)])).stream
  good(await add(anna))
  await refresh()
})
afterAll(() => desk.close())

const personOf = async () => good(await anna.openCase(stream)).people[0]?.person as string

/** All that is stored, and whatever of it one member's seeds open: each key of each epoch that an envelope gives her. */
async function opensWith(n: number, of: string): Promise<{ readonly entries: number; readonly opened: readonly string[] }> {
  const { identity } = await keysOf(desk, n)
  const db = new DatabaseSync(join(desk.data, "desk.sqlite"), { readOnly: true })
  const keys: Uint8Array[] = []
  const bodies = db.prepare("select stream, body from entry where body is not null").all() as { stream: Id; body: Uint8Array }[]
  for (const { stream: at, epoch, sealed } of db.prepare("select stream, epoch, sealed from envelope").all() as never[] as {
    stream: Id
    epoch: number
    sealed: Uint8Array
  }[]) {
    const roster = bodies.flatMap((row) => (row.stream === at ? (readRosterBody(row.body) ?? []) : [])).find((one) => one.epoch === epoch)
    if (roster === undefined) throw new Error("an epoch without a roster")
    const key = await openEnvelope(toBase64(new Uint8Array(sealed)), identity, {
      desk: desk.founding.desk,
      stream: at,
      epoch,
      member: id(n) as Id,
      keyHash: roster.keyHash,
    })
    if (key !== null) keys.push(key)
  }
  const rows = db.prepare("select * from entry where stream = ? order by seq").all(of) as never[] as StoredRow[]
  db.close()
  const entries = rows.map(entryOf).filter((entry) => readRosterBody(Buffer.from(entry.body as string, "base64")) === null)
  const opened: string[] = []
  // Keys of earlier epochs are handed on inside lines: as many rounds as bring a new one.
  for (let before = -1; before < keys.length; ) {
    before = keys.length
    opened.length = 0
    for (const entry of entries)
      for (const key of keys) {
        const plain = await openEntry(entry, key)
        if (!plain.ok) continue
        opened.push(JSON.stringify(plain.plain))
        for (const handed of (plain.plain as { keys?: { key: string }[] }).keys ?? [])
          if (!keys.some((one) => toHex(one) === handed.key)) keys.push(fromHex(handed.key))
        break
      }
  }
  return { entries: entries.length, opened }
}

type StoredRow = Record<string, never> & { readonly body: Uint8Array; readonly objects: string; readonly guards: string }
const entryOf = (row: StoredRow): Entry =>
  ({
    desk: row["desk"],
    stream: row["stream"],
    seq: row["seq"],
    prev: row["prev"],
    author: row["author"],
    epoch: row["epoch"],
    dirSeq: row["dir_seq"],
    dirHash: row["dir_hash"],
    bodyHash: row["body_hash"],
    size: row["size"],
    objects: [],
    guards: [],
    body: toBase64(new Uint8Array(row.body)),
    signature: row["signature"],
  }) as unknown as Entry

describe("who is not on it", () => {
  test("sees that it stands and who is on it, and no more", async () => {
    expect(good(await boris.openCase(stream)).compartments).toEqual([
      {
        stream: vouchers,
        kind: "vouchers",
        mine: false,
        members: [
          { member: id(0), name: "Anna", active: true, onCase: true },
          { member: id(2), name: "Cleo", active: true, onCase: true },
        ].sort((a, b) => (a.member < b.member ? -1 : 1)),
      },
    ])
    expect(await boris.openCompartment(stream, vouchers)).toMatchObject({ ok: false, refusal: { error: "not-on-roster" } })
    expect(await boris.actCompartment(stream, vouchers, "add-voucher", neighbour)).toMatchObject({
      ok: false,
      refusal: { error: "not-on-roster" },
    })
    expect(await boris.setCompartmentRoster(stream, vouchers, [id(1)])).toMatchObject({ ok: false, refusal: { error: "not-on-roster" } })
  })

  test("opens nothing of it with all her keys and the whole store; whoever is on it opens all", async () => {
    const [hers, his] = [await opensWith(0, vouchers), await opensWith(1, vouchers)]
    expect(hers.opened).toHaveLength(hers.entries)
    expect(hers.opened.join()).toContain(neighbour.name)
    expect(his.opened).toEqual([])
    // The control: with the same keys he opens the case itself.
    expect((await opensWith(1, stream)).opened.length).toBeGreaterThan(4)
  })

  test("is shown nothing of a server that hands him every byte of it", async () => {
    const kept = new Map<string, unknown>()
    const listening = (async (path: string, init?: RequestInit) => {
      const answer = await desk.fetch(path, init)
      if (path.includes(vouchers) && answer.ok) kept.set(path, await answer.clone().json())
      return answer
    }) as typeof fetch
    const hers = vaultAt(desk, listening)
    good(await hers.unlockWith(seedsOf(desk, 0)))
    good(await hers.openCompartment(stream, vouchers))
    const lying = (async (path: string, init?: RequestInit) =>
      kept.has(path) ? Response.json(kept.get(path)) : desk.fetch(path, init)) as typeof fetch
    const his = vaultAt(desk, lying)
    good(await his.unlockWith(seedsOf(desk, 1)))
    expect(kept.size).toBeGreaterThan(1)
    expect(await his.openCompartment(stream, vouchers)).toMatchObject({ ok: false, refusal: { error: "compartment-foreign" } })
  })
})

describe("its roster", () => {
  test("is of members who read the case, opened by a role, one of a kind, and nobody takes herself off", async () => {
    expect(await boris.newCompartment(stream, "vouchers", [])).toMatchObject({ ok: false, refusal: { error: "compartment-known" } })
    expect(await cleo.newCompartment(stream, "adverse", [])).toMatchObject({ ok: false, refusal: { error: "compartment-role" } })
    expect(await cleo.setCompartmentRoster(stream, vouchers, [id(0)])).toMatchObject({
      ok: false,
      refusal: { error: "compartment-yourself" },
    })
    const restricted = good(await anna.newCase({ people: [], restricted: true, title: "Few" })).stream
    expect(await anna.newCompartment(restricted, "vouchers", [id(1)])).toMatchObject({ ok: false, refusal: { error: "not-on-roster" } })
  })

  test("is of those who work on the case: nobody else is put on it, and whoever is none of them any more goes before a word is written", async () => {
    const called = (roles: readonly Role[]) => anna.nameMember(id(1), { name: "Boris", roles })
    good(await called(["intake", "administrator"]))
    expect(await anna.setCompartmentRoster(stream, vouchers, [id(0), id(1), id(2)])).toMatchObject({
      ok: false,
      refusal: { error: "compartment-reader", params: { member: id(1) } },
    })
    good(await called(["verifier"]))
    good(await anna.setCompartmentRoster(stream, vouchers, [id(0), id(1), id(2)]))
    good(await called(["intake", "administrator"]))
    const before = (await opensWith(1, vouchers)).opened.length
    expect(await add(cleo, { voucher: "v7" })).toMatchObject({ ok: false, refusal: { error: "compartment-reader" } })
    expect((await opensWith(1, vouchers)).opened).toHaveLength(before)
    good(await anna.setCompartmentRoster(stream, vouchers, [id(0), id(2)]))
    good(await called(["decider", "verifier", "liaison", "administrator"]))
    await refresh()
    expect((await view(cleo)).log.every((line) => line.refused === null)).toBe(true)
  })

  test("whoever joins reads what came before", async () => {
    good(await anna.setCompartmentRoster(stream, vouchers, [id(0), id(1), id(2)]))
    expect((await view(boris)).state.vouchers.map((row) => row.name)).toEqual([neighbour.name])
    expect((await view(boris)).saidOtherwise).toBe(false)
  })

  test("who is taken off opens nothing that is written later, and keeps nothing open", async () => {
    good(await anna.setCompartmentRoster(stream, vouchers, [id(0), id(2)]))
    good(await add(cleo, { voucher: "v2", name: "Jeanne Roy", where: "abroad" }))
    expect(await boris.openCompartment(stream, vouchers)).toMatchObject({ ok: false, refusal: { error: "not-on-roster" } })
    const his = await opensWith(1, vouchers)
    // What he knew he keeps, and that is said; the later is closed to him.
    expect(his.opened.join()).toContain(neighbour.name)
    expect(his.opened.join()).not.toContain("Jeanne Roy")
    expect((await opensWith(2, vouchers)).opened.join()).toContain("Jeanne Roy")
    await refresh()
    expect(
      good(await boris.openCase(stream))
        .compartments[0]?.members.map((one) => one.name)
        .sort(),
    ).toEqual(["Anna", "Cleo"])
  })

  test("who was taken off a restricted case shows there, and goes with the next change", async () => {
    const few = good(await anna.newCase({ people: [], restricted: true, title: "Few", roster: [id(1), id(2)] })).stream
    await refresh()
    const beside = good(await anna.newCompartment(few, "vouchers", [id(1), id(2)])).stream
    good(await anna.act(few, "change-roster", { add: [], remove: [id(1)] }))
    const opened = good(await anna.openCompartment(few, beside))
    expect(opened.roster.map((one) => [one.name, one.onCase]).sort()).toEqual([
      ["Anna", true],
      ["Boris", false],
      ["Cleo", true],
    ])
    good(await anna.setCompartmentRoster(few, beside, [id(0), id(1), id(2)]))
    expect(
      good(await anna.openCompartment(few, beside))
        .roster.map((one) => one.name)
        .sort(),
    ).toEqual(["Anna", "Cleo"])
  })

  test("a case that says otherwise of who is on it is noticed by those who are", async () => {
    good(await boris.act(stream, "name-compartment", { compartment: vouchers, kind: "vouchers", members: [id(1)] }))
    await refresh()
    expect(await boris.openCompartment(stream, vouchers)).toMatchObject({ ok: false, refusal: { error: "not-on-roster" } })
    expect((await view(anna)).saidOtherwise).toBe(true)
    good(await anna.setCompartmentRoster(stream, vouchers, [id(0), id(2)]))
    expect((await view(anna)).saidOtherwise).toBe(false)
  })

  test("a stream that is no compartment of this case is not shown as one", async () => {
    const other = good(await anna.newCase({ people: [] })).stream
    good(await anna.act(other, "name-compartment", { compartment: vouchers, kind: "vouchers", members: [id(0)] }))
    expect(await anna.openCompartment(other, vouchers)).toMatchObject({ ok: false, refusal: { error: "compartment-foreign" } })
  })
})

describe("a voucher", () => {
  test("gives an item of the case his number and never his name, once", async () => {
    const bind = () => anna.bindVoucher(stream, vouchers, { voucher: "v1", evidence: "e1", why: "Where it comes from is known." })
    good(await bind())
    good(await bind())
    good(await boris.refresh())
    const { state, log } = good(await boris.openCase(stream))
    expect(state.reassessments.map(({ evidence, origin }) => [evidence, origin])).toEqual([["e1", "voucher-1"]])
    expect(JSON.stringify(log)).not.toContain("Дроздов")
    expect((await view(anna)).state.bindings).toHaveLength(1)
  })

  test("stands in no card, row, search, letter or proposal, not even of those who know him", async () => {
    await refresh()
    const papers = await anna.draftLetter(stream, { of: "0".repeat(64) } as never)
    const proposal = good(await anna.newProposal("referral")).stream
    const shown = [
      await anna.list(),
      await anna.today(),
      await anna.search("Дроздов"),
      await anna.search("Савелий"),
      papers,
      await anna.candidates("referral"),
      await anna.openProposal(proposal),
      good(await anna.openCase(stream)),
    ]
    for (const one of shown) expect(JSON.stringify(one)).not.toMatch(/Дроздов|Савелий|Lived next door/)
    expect(await anna.search("Дроздов")).toEqual([])
    // The control: the one call that may know it does.
    expect(JSON.stringify(await view(anna))).toContain("Дроздов")
  })
})

describe("what leaves", () => {
  const exported = async (n: number, only: string | null): Promise<string> => {
    const texts: string[] = []
    const words = desk.founding.founders[n]?.passphrase ?? ""
    const env = { server: desk.url, fetch: desk.fetch, now: () => desk.now, words: testWords, programme }
    good(await exportByWords(env, words, { only }, async (path, bytes) => void texts.push(path, Buffer.from(bytes).toString("utf8"))))
    return texts.join("\n")
  }
  test("one case leaves without what stands beside it, even by the hand of who reads it", async () => {
    expect(await exported(0, stream)).not.toContain("Дроздов")
  })
  test("all that a reader may open has it only where she is on it, and an export changes no roster", async () => {
    expect(await exported(1, null)).not.toContain("Дроздов")
    expect(await exported(0, null)).toContain("Дроздов")
    expect((await view(anna)).roster.map((one) => one.name).sort()).toEqual(["Anna", "Cleo"])
  })
})

describe("destroying the case", () => {
  test("takes its compartments along, and is refused to whoever cannot read one of them", async () => {
    const alone = good(await anna.newCase({ people: [{ names: [{ script: "latin", surname: "Purged" }] }] })).stream
    await refresh()
    const beside = good(await anna.newCompartment(alone, "vouchers", [id(2)])).stream
    good(await anna.actCompartment(alone, beside, "add-voucher", neighbour))
    await refresh()
    expect(await boris.proposePurge({ cases: [alone], why: "Asked" })).toMatchObject({
      ok: false,
      refusal: { error: "compartment-unread" },
    })
    expect((await opensWith(0, beside)).opened.join()).toContain(neighbour.name)
    const { entry } = good(await anna.proposePurge({ cases: [alone], why: "Asked" }))
    await refresh()
    expect(await boris.approvePurge(entry)).toMatchObject({ ok: false, refusal: { error: "compartment-unread" } })
    const { done } = good(await cleo.approvePurge(entry))
    expect(done?.streams.map(({ what }) => what).sort()).toEqual(["case", "compartment"])
    expect((await opensWith(0, beside)).opened).toEqual([])
  })
  test("goes too where only one reads it: the other destroys it unseen, and is told so before", async () => {
    const alone = good(await anna.newCase({ people: [{ names: [{ script: "latin", surname: "Unseen" }] }] })).stream
    await refresh()
    const beside = good(await anna.newCompartment(alone, "vouchers", [])).stream
    good(await anna.actCompartment(alone, beside, "add-voucher", neighbour))
    await refresh()
    expect(await boris.proposePurge({ cases: [alone], why: "Asked" })).toMatchObject({
      ok: false,
      refusal: { error: "compartment-unread" },
    })
    const first = good(await anna.proposePurge({ cases: [alone], why: "Asked" })).entry
    // What is written behind the proposal is not destroyed with it, though he who signs cannot see it.
    good(await anna.actCompartment(alone, beside, "add-voucher", { ...neighbour, voucher: "v2" }))
    await refresh()
    expect(await boris.approvePurge(first)).toMatchObject({ ok: false, refusal: { error: "too-busy" } })
    good(await anna.actRegister("strike", { seq: good(await anna.purges()).find(({ entry }) => entry === first)?.seq, why: "again" }))
    const { entry } = good(await anna.proposePurge({ cases: [alone], why: "Asked" }))
    await refresh()
    expect(good(await boris.purges()).find((one) => one.entry === entry)?.unread).toEqual([beside])
    expect((await opensWith(0, beside)).opened.join()).toContain(neighbour.name)
    expect(good(await boris.approvePurge(entry)).done?.stage).toBe("done")
    expect((await opensWith(0, beside)).opened).toEqual([])
  })
  test("leaves alone what the case names and is none of its own", async () => {
    const other = good(await anna.newCase({ people: [] })).stream
    good(await anna.act(other, "name-compartment", { compartment: vouchers, kind: "vouchers", members: [id(0)] }))
    await refresh()
    good(await anna.proposePurge({ cases: [other], why: "Empty" }))
    expect((await anna.purges()).ok && good(await anna.purges())[0]?.streams.map(({ what }) => what)).toEqual(["case"])
  })
})

describe("who opened", () => {
  test("is told to everybody on the case, with names, and to each about herself", async () => {
    expect(good(await boris.openings(stream)).map((row) => row.name)).toContain("Anna")
    expect(good(await boris.openings(stream))[0]?.hour).toMatch(/^2026-11-22T\d\dZ$/)
    const own = good(await cleo.ownOpenings())
    expect(own.map((row) => row.stream)).toContain(stream)
    expect(own.find((row) => row.stream === stream)?.name).toBe("Тестовская")
    expect(await boris.openings(vouchers)).toMatchObject({ ok: false, refusal: { error: "not-on-roster" } })
    expect(good(await anna.openings(vouchers)).map((row) => row.name)).toContain("Cleo")
  })
})

describe("who is removed from the desk", () => {
  test("is shown so in the list, and the next line stands under a key that she never had", async () => {
    await refresh()
    const before = (await opensWith(2, vouchers)).opened.length
    good(await anna.removeMember(id(2)))
    good(await add(anna, { voucher: "v9", name: "Яков Нилов" }))
    expect((await view(anna)).roster.map((one) => one.name)).toEqual(["Anna"])
    const hers = await opensWith(2, vouchers)
    expect(hers.opened.length).toBe(before)
    expect(hers.opened.join()).not.toContain("Нилов")
  })
})
