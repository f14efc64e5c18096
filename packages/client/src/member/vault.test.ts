// The whole path through the vault against a real desk: request → case → clock → evidence → finding by two → proposal → answer.
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { readLetter } from "../testing/letter.ts"
import { type TestDesk, openTestDesk, seedsOf, testWords } from "../testing/desk.ts"
import { asked, byTwo, familyRequest, good, openedDesk, vaultAt } from "../testing/family.ts"
import { softPasskey } from "@safe-conduct/sealing/testing/authenticator"
import { made, touched } from "../testing/passkeys.ts"
import { openMailbox, sourceOfBytes } from "../asker/index.ts"
import { programme } from "@safe-conduct/russia-canada"
import { type Vault, createVault, readPublished } from "./index.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
let family: Awaited<ReturnType<typeof asked>>
let stream: string
let person: string
let claim: string

const scan = new Uint8Array(70_000).map((_, n) => (n * 7) & 255)
const both = async (): Promise<void> => {
  good(await anna.refresh())
  good(await boris.refresh())
}
const view = async (vault = anna) => good(await vault.openCase(stream))

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
  family = await asked(desk, familyRequest, [sourceOfBytes(scan, "протокол.pdf", "application/pdf")])
  await both()
})
afterAll(() => desk.close())

describe("signing in", () => {
  test("with seven words, and never with others", async () => {
    const vault = vaultAt(desk)
    expect(await vault.unlock(testWords.slice(0, 7).join(" "))).toMatchObject({ ok: false, refusal: { error: "wrong-passphrase" } })
    const who = good(await vault.unlock(desk.founding.founders[0]?.passphrase ?? ""))
    expect(who).toMatchObject({ name: "Anna", admin: true, trial: true, rootPrint: desk.founding.rootPrint })
    await vault.signOut()
    expect(await vault.who()).toBeNull()
    expect(await vault.list()).toEqual([])
    expect(await vault.openCase(family.ask)).toMatchObject({ ok: false, refusal: { error: "signed-out" } })
  })
  test("another root than the pinned one opens nothing", async () => {
    const seeds = { ...seedsOf(desk, 0), root: "0000-0000" } as never
    expect(await vaultAt(desk).unlockWith(seeds)).toMatchObject({ ok: false, refusal: { error: "other-root" } })
  })
})

describe("the tray", () => {
  test("shows the opened request, who asks and what is near", async () => {
    const tray = await anna.tray()
    expect(tray).toHaveLength(1)
    expect(tray[0]).toMatchObject({
      ask: family.ask,
      wake: true,
      danger: { kind: "moved" },
      names: ["Тестовский Павел", "Тестовский Лев"],
      files: 1,
    })
  })
  test("a member makes a case of it, and it leaves every tray", async () => {
    ;({ stream } = good(await anna.joinRequest(family.ask)))
    await both()
    expect(await anna.tray()).toEqual([])
    expect(await boris.tray()).toEqual([])
    const opened = await view(boris)
    expect(opened.people.map((one) => one.cyrillic)).toEqual(["Тестовский Павел Ильич", "Тестовский Лев"])
    expect(opened.log.every((line) => line.refused === null)).toBe(true)
    expect(opened.state.claims).toHaveLength(2)
    expect(opened.state.files).toHaveLength(1)
    person = opened.people[0]?.person as string
    claim = opened.state.claims[0]?.claim as string
  })
  test("a place in Cyrillic found its row, and the asker's ticks for another adult are kept as reported", async () => {
    const { state } = await view()
    expect(state.custody[0]?.facility.state).toBe("LA")
    expect(state.consents.find((row) => row.consent.scope === "SHARE_IRCC")?.consent).toMatchObject({ how: "reported" })
  })
  test("a likely same person is offered with reasons", async () => {
    const other = await asked(desk, {
      v: 1,
      language: "en",
      asking: "lawyer",
      people: [
        {
          names: { latin: [{ surname: "Testovsky", given: "Pavel" }] },
          aNumber: "A087654321",
          where: { kind: "detained", facility: "Winn Correctional" },
        },
      ],
    })
    const before = (await view()).state.custody
    good(await anna.refresh())
    const alike = good(await anna.openRequest(other.ask)).alike[0]?.[0]
    expect(alike).toMatchObject({ stream, person, likely: true })
    expect(alike?.reasons).toContain("a-number")
    good(await anna.joinRequest(other.ask, { stream, people: [{ index: 0, person }] }))
    expect((await view()).state.people).toHaveLength(2)
    // She names the place that is known already, and no day: the day and the source that it has are kept.
    expect((await view()).state.custody).toEqual(before)
  })
  test("what is triaged as junk is gone, and comes back when its owner writes again", async () => {
    const spam = await asked(desk, { v: 1, language: "en", asking: "self", people: [{ names: { latin: [{ surname: "Nobody" }] } }] })
    good(await anna.refresh())
    good(await anna.triage(spam.ask, "junk", "advertising"))
    expect(await anna.tray()).toEqual([])
    desk.now += 2 * 3_600_000
    const box = good(await openMailbox(spam.met, spam.code))
    good(await box.say({ text: "I am real" }))
    good(await anna.refresh())
    expect((await anna.tray()).map((row) => row.ask)).toEqual([spam.ask])
    good(await anna.triage(spam.ask, "referred", "another desk"))
  })
})

describe("the case", () => {
  test("a scan comes back whole and verified", async () => {
    const { state } = await view(boris)
    const whole = good(await boris.readFile(state.files[0]?.file as never))
    expect(Buffer.compare(whole, scan)).toBe(0)
    const mine = good(await boris.attach(stream, sourceOfBytes(scan, "letter.pdf"), { caption: "from counsel" }))
    good(await anna.refresh())
    expect(Buffer.compare(good(await anna.readFile(mine.file)), scan)).toBe(0)
  })
  test("an oral denial gives its dates with their citation, on the card as in the case", async () => {
    good(
      await anna.act(stream, "record-event", {
        person,
        event: { type: "ij.decision", on: "2026-11-20", form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" },
      }),
    )
    const appeal = (await view()).people[0]?.clock.deadlines.find((one) => one.rule === "US.BIA.APPEAL.30")
    expect(appeal).toMatchObject({
      nominal: "2026-12-20",
      hard: "2026-12-21",
      safeBy: "2026-12-18",
      status: "running",
      citation: expect.stringContaining("1003.38"),
    })
    good(await boris.refresh())
    const row = (await boris.list())[0]
    expect(row).toMatchObject({ stream, urgency: "H", behind: false })
    expect(row?.next).toMatchObject({ rule: "US.BIA.APPEAL.30", hard: "2026-12-21", citation: appeal?.citation })
  })
  test("records of two members at once both stand, in silence", async () => {
    const [a, b] = await Promise.all([
      anna.act(stream, "write-note", { kind: "note", text: "from Anna" }),
      boris.act(stream, "write-note", { kind: "note", text: "from Boris" }),
    ])
    good(a)
    good(b)
    await both()
    expect(
      (await view()).state.notes
        .slice(-2)
        .map((row) => row.text)
        .sort(),
    ).toEqual(["from Anna", "from Boris"])
  })
  test("an answer lost on the way back makes one line, not two", async () => {
    let lost = false
    const forgetful = (async (path: string, init?: RequestInit) => {
      const answer = await desk.fetch(path as never, init)
      if (!lost && init?.method === "POST" && String(path).includes(stream)) {
        lost = true
        throw new TypeError("the answer was lost")
      }
      return answer
    }) as typeof fetch
    const vault = vaultAt(desk, forgetful)
    good(await vault.unlockWith(seedsOf(desk, 0)))
    good(await vault.act(stream, "write-note", { kind: "note", text: "once" }))
    await both()
    expect(lost).toBe(true)
    expect((await view()).state.notes.filter((row) => row.text === "once")).toHaveLength(1)
  })
  test("search finds by either script and by part of the number", async () => {
    for (const typed of ["тестов", "Testovskii", "87-654", "павел тест"])
      expect((await anna.search(typed)).map((hit) => hit.person)).toContain(person)
    expect(await anna.search("никого такого")).toEqual([])
  })
  test("a strike takes a record back and stays visible", async () => {
    const said = good(await anna.act(stream, "write-note", { kind: "note", text: "mistaken" }))
    good(await anna.strike(stream, said.seq, "wrong family"))
    const { log, state } = await view()
    expect(state.notes.some((row) => row.text === "mistaken")).toBe(false)
    expect(log.find((line) => line.seq === said.seq)?.struck).toEqual({ by: "Anna", why: "wrong family" })
  })
})

describe("a restricted case", () => {
  test("is read by those it names and by nobody else, its card included", async () => {
    const people = [{ names: [{ script: "latin" as const, surname: "Hidden", given: "Ivan" }] }]
    const { stream: hidden } = good(await anna.newCase({ people, restricted: true }))
    good(await anna.act(hidden, "write-note", { kind: "note", text: "for two at most" }))
    await both()
    expect(await boris.openCase(hidden)).toMatchObject({ ok: false })
    expect((await boris.search("hidden")).length).toBe(0)
    expect((await anna.search("hidden")).map((hit) => hit.stream)).toEqual([hidden])
    const again = vaultAt(desk)
    good(await again.unlockWith(seedsOf(desk, 0)))
    expect((await again.list()).find((row) => row.stream === hidden)).toMatchObject({ restricted: true, behind: false })
  })
})

describe("replies", () => {
  test("reach the code, vouched for by a member; her next message goes to the case alone", async () => {
    good(await anna.reply(family.ask, "Мы читаем. Спросите адвоката сегодня об апелляции.", { status: "in-verification" }))
    const box = good(await openMailbox(family.met, family.code))
    expect(good(await box.read())).toMatchObject({
      status: "in-verification",
      unreadable: 0,
      messages: [{ text: "Мы читаем. Спросите адвоката сегодня об апелляции." }],
    })
    good(await box.say({ text: "Спасибо. Адвокат подал." }))
    good(await boris.refresh())
    const mail = (await view(boris)).mail.filter((line) => line.ask === family.ask)
    expect(mail.map((line) => [line.from, line.kind, line.unvouched, line.unreadable])).toEqual([
      ["asker", "request", false, null],
      ["desk", "reply", false, null],
      ["asker", "message", false, null],
    ])
    expect(mail[1]?.by).toBe("Anna")
  })
})

describe("evidence and the finding", () => {
  test("two blind readings count once both are revealed, and the ladder says what is missing", async () => {
    const bind = (evidence: string, source: string, origin: string) =>
      anna.act(stream, "bind-evidence", {
        evidence,
        statement: `about ${evidence}`,
        claims: [claim],
        source,
        origin,
        authenticity: "verified",
        identity: "verified",
      })
    good(await bind("e1", "official-record", "court"))
    const before = (await view()).people[0]?.canada.judgement.claims.find((one) => one.claim === claim)
    expect(before?.wouldCloseTheGap.map((gap) => gap.requirement)).toEqual(
      expect.arrayContaining(["two-independent-sources", "two-readers"]),
    )
    good(await bind("e2", "media", "newspaper"))
    good(await anna.commitReading(stream, claim, "established"))
    await both()
    expect(await anna.revealReading(stream, claim)).toMatchObject({ ok: false, refusal: { error: "reading-alone" } })
    good(await boris.commitReading(stream, claim, "established"))
    good(await anna.refresh())
    good(await anna.revealReading(stream, claim))
    good(await boris.refresh())
    good(await boris.revealReading(stream, claim))
    await both()
    expect((await view()).people[0]?.canada.judgement.met).toBe(true)
  })

  let entry: string
  test("one recommends and the same person cannot approve", async () => {
    ;({ entry } = good(
      await anna.recommend(stream, {
        person,
        kind: "finding",
        outcome: "met",
        reasons: { en: "The picket is shown by the court's own record. A newspaper reported it." },
      }),
    ))
    expect(await anna.approve(stream, entry)).toMatchObject({ ok: false, refusal: { error: "same-member" } })
    expect(await anna.recommend(stream, { person, kind: "decision", outcome: "met", reasons: { en: "x" } })).toMatchObject({
      ok: false,
      refusal: { error: "no-instrument-in-force" },
    })
  })
  test("whoever signs what has changed since she looked is asked again", async () => {
    const seen = (await view(boris)).head
    await both()
    const looked = (await view(boris)).head
    good(await anna.act(stream, "write-note", { kind: "note", text: "just now" }))
    expect(await boris.approve(stream, entry, looked)).toMatchObject({ ok: false, refusal: { error: "changed-since" } })
    expect(seen.seq).toBeLessThanOrEqual(looked.seq)
  })
  test("another approves; the letter names one person, is sealed and stands on the list", async () => {
    const opened = await view(boris)
    expect(opened.waiting.map((line) => [line.kind, line.mine])).toEqual([["recommendation", false]])
    const signed = good(await boris.approve(stream, entry))
    await both()
    const draft = good(await anna.draftLetter(stream, { of: signed.hash }))
    expect(draft).toMatchObject({
      kind: "finding",
      facts: { ru: { person: { aNumber: "A087654321" }, instrument: "NONE", evidence: { count: 2 } } },
    })
    expect(draft.facts.en.claims[0]?.ladder).toHaveLength(5)
    const papers = (["en", "fr", "ru"] as const).map((language, n) => ({ language, digest: String(n + 1).repeat(64) }))
    const seals = good(await anna.issueLetter(stream, { of: signed.hash, papers }))
    // Drawn with the stand-in and drawn with the seal, a paper differs nowhere but in the seal itself.
    for (const seal of seals) {
      expect(seal.json).toHaveLength(draft.standIn.json.length)
      expect(seal.short).toBe(draft.standIn.short)
    }
    expect(await readLetter(draft.standIn.json, desk.founding.rootPrint, "0".repeat(64))).toMatchObject({ ok: false })
    expect(await readLetter(seals[0]?.json ?? "", desk.founding.rootPrint, papers[0]?.digest ?? "")).toMatchObject({
      ok: true,
      seal: { number: draft.number },
    })
    expect(await readLetter(seals[0]?.json ?? "", desk.founding.rootPrint, papers[1]?.digest ?? "")).toMatchObject({ ok: false })
    const list = good(await anna.publishedLetters())
    expect(good(await readPublished(list.json, desk.founding.rootPrint)).letters).toEqual([
      { number: draft.number, kind: "finding", status: "issued", sha256: papers.map((paper) => paper.digest) },
    ])
    expect(await readPublished(list.json.replace('"issued"', '"withdrawn"'), desk.founding.rootPrint)).toMatchObject({ ok: false })
  })
})

describe("a referral", () => {
  const consent = (id: string, who: string, at: number) =>
    anna.act(stream, "give-consent", {
      id,
      consent: { person: who, scope: "SHARE_IRCC", givenBy: { who: "person" }, how: "written", version: 1, language: "ru", at },
    })
  let proposal: string

  test("refuses while her own consent is missing, and names the one missing thing", async () => {
    const found = good(await boris.candidates("referral")).find((one) => one.person === person)
    expect(found).toMatchObject({ passes: false, missing: { error: expect.stringContaining("consent") } })
  })
  test("takes her when she has spoken, the family is ready and the row is allowed", async () => {
    good(await consent("own1", person, desk.now))
    good(await anna.act(stream, "record-wish", { person, wish: "go", how: "person" }))
    const child = (await view()).people[1]?.person as string
    good(await anna.act(stream, "record-wish", { person: child, wish: "stay", how: "guardian" }))
    await both()
    expect(good(await boris.candidates("referral")).find((one) => one.person === person)).toMatchObject({
      passes: false,
      missing: { error: "family-not-ready" },
    })
    good(
      await anna.act(stream, "record-guardianship", {
        person: child,
        holder: "court",
        courtOrder: true,
        agencyAgrees: true,
        otherParent: "declared",
        bestInterests: "determined",
      }),
    )
    const split = good(
      await anna.act(stream, "propose-split", { people: [person], reason: "The child stays with foster parents until a court decides." }),
    )
    good(await anna.act(stream, "record-wish", { person, wish: "go", how: "person", agreesToSplit: split.hash }))
    await both()
    good(await boris.approve(stream, split.hash))
    await both()
    expect(good(await boris.candidates("referral")).find((one) => one.person === person)).toMatchObject({
      passes: true,
      row: { surname: "Testovskii", aNumber: "A087654321" },
    })
  })
  test("is frozen by one and approved by another", async () => {
    ;({ stream: proposal } = good(await boris.newProposal("referral", "December")))
    good(await boris.addCandidate(proposal, { stream, person }))
    good(await boris.freeze(proposal))
    expect(await boris.approveProposal(proposal)).toMatchObject({ ok: false, refusal: { error: "same-member" } })
    good(await anna.refresh())
    const ring = await softPasskey("desk.example")
    good(await anna.addPasskey(await made(anna, ring, "key on the ring")))
    const { head, waiting } = good(await anna.openProposal(proposal))
    const of = { stream: proposal, entry: waiting[0]?.entry as string, saw: head }
    const elsewhere = await touched(anna, ring, { ...of, stream })
    expect(await anna.approveProposal(proposal, head, elsewhere)).toMatchObject({ ok: false, refusal: { error: "touch-other-challenge" } })
    good(await anna.approveProposal(proposal, head, await touched(anna, ring, of)))
    expect(good(await anna.openProposal(proposal)).log.at(-1)).toMatchObject({ does: "approve", factor: "passkey" })
  })
  test("does not leave after a withdrawal that is stored and that nobody has read yet", async () => {
    const box = good(await openMailbox(family.met, family.code))
    good(await box.ask({ kind: "withdraw-consent", scope: "SHARE_IRCC", person: 0 }))
    expect(await boris.release(proposal)).toMatchObject({ ok: false, refusal: { error: "consent-withdrawn" } })
    expect((await view(boris)).people[0]?.halted).toMatchObject([{ scope: "SHARE_IRCC", ask: family.ask }])
  })
  test("leaves when she says yes again, under a number of its own; then what was sent and answered", async () => {
    desk.now += 2 * 3_600_000
    good(await consent("own2", person, desk.now))
    good(await boris.refresh())
    expect(good(await boris.release(proposal)).number).toBe("R-2026-0001")
    // She lies before Canada now, and is not put forward a second time; the United States have not heard of her.
    expect(good(await boris.candidates("referral")).find((one) => one.person === person)).toBeUndefined()
    expect(good(await boris.candidates("note")).find((one) => one.person === person)).toBeDefined()
    good(await boris.recordSent(proposal, { number: "EMB-77", on: "2026-11-23", scan: sourceOfBytes(scan, "sent.pdf") }))
    desk.now += 5 * 24 * 3_600_000
    expect(good(await boris.openProposal(proposal)).rows[0]).toMatchObject({ person, answer: null, daysSilent: 4 })
    good(await boris.recordAnswer(proposal, { stream, person, answer: "UNDER_REVIEW", on: "2026-11-27" }))
    expect(good(await boris.openProposal(proposal))).toMatchObject({
      stage: "sent",
      answered: 1,
      rows: [{ answer: "UNDER_REVIEW", daysSilent: null }],
    })
    await both()
    expect((await view()).state.proposals.map((row) => row.step)).toEqual(["released", "sent", "answered"])
  })
})

describe("members come and go", () => {
  test("keys asked for while the list of words is on its way wait for it", async () => {
    const { promise: words, resolve } = Promise.withResolvers<readonly string[]>()
    const env = { server: desk.url, fetch: desk.fetch, now: () => desk.now, wait: () => Promise.resolve(), words, programme }
    const claimed = createVault(env).newClaim()
    resolve(testWords)
    expect(good(await claimed).passphrase.split(" ")).toHaveLength(7)
  })

  test("two administrators certify; the new member reads what came before; a removed one reads nothing new", async () => {
    const vera = vaultAt(desk)
    const claimed = good(await vera.newClaim())
    expect(good(await anna.readNewcomer(claimed.claim))).toEqual({ words: claimed.words, first: null })
    const begun = good(await anna.addMember(claimed.claim, { name: "Vera", roles: ["verifier"] }))
    expect(begun.done).toBe(false)
    const approvals = begun.done ? "" : begun.approvals
    // The second hears the words of what she signs, whatever else she was handed.
    expect(good(await boris.readNewcomer(approvals))).toMatchObject({ words: claimed.words, first: { name: "Vera", by: ["Anna"] } })
    const ghost = good(await vaultAt(desk).newClaim())
    expect(await boris.addMember(ghost.claim, { name: "Vera", roles: ["verifier"] }, approvals)).toMatchObject({
      ok: false,
      refusal: { error: "claim-differs" },
    })
    expect(await anna.addMember(claimed.claim, { name: "Vera", roles: ["verifier"] }, approvals)).toMatchObject({
      ok: false,
      refusal: { error: "same-member" },
    })
    expect(good(await boris.addMember(claimed.claim, { name: "Vera", roles: ["verifier"] }, approvals))).toMatchObject({ done: true })
    expect(good(await boris.rotate())).toMatchObject({ left: 0 })
    await both()
    expect(good(await vera.unlock(claimed.passphrase))).toMatchObject({ name: "Vera", roles: ["verifier"] })
    expect(good(await vera.openCase(stream)).people[0]?.cyrillic).toBe("Тестовский Павел Ильич")
    expect((await vera.list()).map((row) => row.stream)).toContain(stream)
    expect(good(await vera.openCase(stream)).state.notes.length).toBeGreaterThan(0)

    expect(good(await anna.removeMember(claimed.member)).keys).toBe("second")
    expect(await vera.act(stream, "write-note", { kind: "note", text: "still here" })).toMatchObject({ ok: false })
    good(await boris.refresh())
    good(await boris.act(stream, "write-note", { kind: "note", text: "after she left" }))
    expect(await vera.refresh()).toMatchObject({ ok: false })
    expect(await vera.who()).toBeNull()
    expect(await vaultAt(desk).unlock(claimed.passphrase)).toMatchObject({ ok: false })
    good(await anna.refresh())
    expect((await view()).state.notes.at(-1)?.text).toBe("after she left")
  })
  test("since she was last here: what happened in the directory, and by whom", async () => {
    await byTwo(anna, boris, "rotateIntake")
    const again = vaultAt(desk)
    const who = good(await again.unlockWith(seedsOf(desk, 1)))
    expect(who.sinceLast.map((news) => news.what)).toContain("intake-rotated")
    expect(who.sinceLast.find((news) => news.what === "member-added")?.by.toSorted()).toEqual(["Anna", "Boris"])
  })
  test("the server can be looked at, and has no names", async () => {
    const stored = JSON.stringify(good(await anna.stored(stream)))
    expect(stored.length).toBeGreaterThan(1000)
    expect(stored).not.toMatch(/Тестов|Testov|087654321|picket/)
  })
})
