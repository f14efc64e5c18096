// What a code may do: it asks, and a person who was known before confirms. Words that others may have heard get fixed sentences, and
// words that were lost are replaced by two members.
import { askers, openCodeWishes, pathsOf } from "@safe-conduct/domain/case"
import { afterEach, beforeEach, expect, test } from "vitest"
import { type Mailbox, openMailbox, readCode } from "../asker/index.ts"
import { type TestDesk, openTestDesk } from "../testing/desk.ts"
import { asked, familyRequest, good, openedDesk, vaultAt } from "../testing/family.ts"
import type { CaseView, Vault } from "./index.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
beforeEach(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
})
afterEach(() => desk.close())

const request = { ...(familyRequest as object), files: [], wake: false }

async function joined(more: object = {}, into?: string): Promise<{ readonly box: Mailbox; readonly ask: string; readonly stream: string }> {
  const { code, ask, met } = await asked(desk, { ...request, ...more })
  good(await anna.refresh())
  const people = into === undefined ? [] : (await caseOf(anna, into)).state.people.map(({ person }, index) => ({ index, person }))
  const { stream } = good(await anna.joinRequest(ask, into === undefined ? {} : { stream: into, people }))
  return { box: good(await openMailbox(met, code)), ask, stream }
}

async function caseOf(vault: Vault, stream: string): Promise<CaseView> {
  good(await vault.refresh())
  return good(await vault.openCase(stream))
}

test("a changed contact waits in the case until she confirms it by the way that was known, and a consent taken back does not", async () => {
  const { box, ask, stream } = await joined()
  good(await box.ask({ kind: "change-contact", contact: { how: "+1 555 0199" } }))
  good(await box.ask({ kind: "withdraw-consent", scope: "ALL" }))
  // Two vaults hear it in the same moment: it stands once.
  good(await boris.refresh())
  await Promise.all([anna.refresh(), boris.refresh()])
  const { state } = await caseOf(boris, stream)
  expect(state.codeWishes?.map(({ wish }) => wish.kind)).toEqual(["change-contact", "withdraw-consent"])
  expect(state.tasks.map(({ about }) => about?.seq)).toEqual([3])
  expect(askers(state)[0]?.contact?.how).toBe("Signal +1 555 0100")
  expect((await anna.list())[0]?.unconfirmed).toBe(1)

  const heard = openCodeWishes(state)[0] as NonNullable<ReturnType<typeof openCodeWishes>[number]>
  const path = pathsOf(state, ask, heard.made.seq)[0]?.entry
  const confirmed = { ask, seq: heard.seq, path, by: "Ирина", on: desk.now }
  const { hash } = (state.requests[0] as { made: { hash: string } }).made
  expect((await boris.act(stream, "confirm-code", { ...confirmed, path: heard.made.hash })).ok).toBe(false)
  expect(path).toBe(hash)
  good(await boris.act(stream, "confirm-code", confirmed))
  expect(askers((await caseOf(anna, stream)).state)[0]?.contact?.how).toBe("+1 555 0199")
})

test("to be forgotten is asked by a code and decided by nobody: without a confirmation nothing is proposed, nor signed", async () => {
  const { box, ask, stream } = await joined()
  good(await anna.reply(ask, "Мы прочли ваше письмо."))
  const purge = { cases: [stream], why: "by policy" }
  const earlier = good(await anna.proposePurge(purge)).entry
  good(await box.ask({ kind: "forget-me" }))
  good(await boris.refresh())
  const unconfirmed = { ok: false, refusal: { error: "forget-unconfirmed", params: { stream, ask } } }
  expect(await boris.approvePurge(earlier)).toMatchObject(unconfirmed)
  expect(await anna.proposePurge(purge)).toMatchObject(unconfirmed)

  const { state } = await caseOf(boris, stream)
  const heard = openCodeWishes(state)[0] as NonNullable<ReturnType<typeof openCodeWishes>[number]>
  const path = pathsOf(state, ask, heard.made.seq)[0]?.entry
  good(await boris.act(stream, "confirm-code", { ask, seq: heard.seq, path, by: "Ирина", on: desk.now }))
  good(await anna.refresh())
  const { entry } = good(await anna.proposePurge({ ...purge, why: "She asked, and her sister confirmed it" }))
  good(await boris.refresh())
  expect(good(await boris.approvePurge(entry)).done?.stage).toBe("done")
})

test("words that she says were heard over a telephone get fixed sentences alone, before there is a case and in it", async () => {
  const { code, ask, met } = await asked(desk, request)
  const box = good(await openMailbox(met, code))
  good(await anna.refresh())
  good(await anna.reply(ask, "Мы прочли ваше письмо."))
  good(await box.ask({ kind: "spoken" }))
  good(await anna.refresh())
  expect(good(await anna.openRequest(ask)).spoken).toBe(true)
  const refused = async (text: string, more = {}) => {
    const answer = await anna.reply(ask, text, more)
    return answer.ok ? null : answer.refusal.error
  }
  expect(await refused("Он в Виннфилде")).toBe("spoken-code")
  expect(await refused("", { phrase: "read", caseWord: "якорь" })).toBe("spoken-code")
  good(await anna.reply(ask, "", { phrase: "read" }))
  const { stream } = good(await anna.joinRequest(ask))
  expect((await caseOf(boris, stream)).state.spokenCodes?.map((row) => row.ask)).toEqual([ask])
  expect(await refused("Он в Виннфилде")).toBe("spoken-code")
  good(await anna.reply(ask, "", { phrase: "call-again", status: "in-verification" }))
  const { messages, status } = good(await box.read())
  expect(messages.map(({ text, phrase }) => phrase ?? text)).toEqual(["Мы прочли ваше письмо.", "read", "call-again"])
  expect(status).toBe("in-verification")
})

test("a member who knows that words were overheard binds all who answer", async () => {
  const { ask, stream } = await joined()
  good(await anna.act(stream, "mark-spoken", { ask }))
  good(await boris.refresh())
  const answer = await boris.reply(ask, "Он в Виннфилде")
  expect(answer.ok ? null : answer.refusal.error).toBe("spoken-code")
})

test("a lost code: two link the new request after a call, answers go there, and the earlier mailbox hears one fixed sentence", async () => {
  const first = await joined()
  const { stream } = first
  const second = await joined({ askedBefore: true, asker: { name: "Ирина", contact: { how: "+1 555 0666" } } }, stream)
  const { state } = await caseOf(anna, stream)
  const path = pathsOf(state, first.ask, state.requests[1]?.made.seq ?? 0)[0]?.entry
  const link = { old: first.ask, new: second.ask, path, by: "Ирина", on: desk.now }
  const proposed = good(await anna.act(stream, "link-code", link))
  expect((await anna.approve(stream, proposed.hash)).ok).toBe(false)
  good(await anna.reply(first.ask, "Пока пишем сюда."))
  good(await boris.refresh())
  good(await boris.approve(stream, proposed.hash))
  good(await anna.refresh())
  const old = await anna.reply(first.ask, "Ваш муж в Виннфилде.")
  expect(old.ok ? null : old.refusal.error).toBe("code-replaced")
  good(await anna.reply(second.ask, "Ваш муж в Виннфилде."))
  const read = async (box: Mailbox) => good(await box.read()).messages.map(({ text, phrase }) => phrase ?? text)
  expect(await read(first.box)).toEqual(["Пока пишем сюда.", "code-replaced"])
  expect(await read(second.box)).toEqual(["Ваш муж в Виннфилде."])
})

test("the case's word finds it when somebody rings, stands in her mailbox, and opens nothing", async () => {
  const { box, ask, stream } = await joined()
  good(await anna.giveCaseWord(stream))
  const word = (await caseOf(boris, stream)).state.caseWords?.[0]?.word ?? ""
  expect(word.split(" ")).toHaveLength(2)
  expect((await boris.search(word.toUpperCase())).map((hit) => hit.stream)).toContain(stream)
  expect(await boris.search(`${word} ${word}s`)).toEqual([])
  good(await boris.reply(ask, "Мы прочли ваше письмо."))
  expect(good(await box.read()).messages.at(-1)?.caseWord).toBe(word)
  // Said alone, thirteen times over, or as a passphrase: no door knows it.
  for (const said of [
    word,
    Array.from({ length: 7 }, () => word).join(" "),
    Array.from({ length: 13 }, () => word.split(" ")[0]).join(" "),
  ])
    expect(await readCode(said)).toMatchObject({ ok: false, refusal: { error: "bad-code" } })
  expect((await vaultAt(desk).unlock(word)).ok).toBe(false)
})
