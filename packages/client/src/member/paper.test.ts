// Two years for what is printed: certified by two, opened by a secret of its own kind, put into the tray as a request, and ended like the
// keys of requests are.
import { ageSeal, newIntakeIdentity } from "@safe-conduct/sealing/seal"
import { type DeskInfo, type Recipient, utf8 } from "@safe-conduct/wire"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openMailbox, readCode } from "../asker/index.ts"
import { DAY } from "../day.ts"
import { type TestDesk, openTestDesk } from "../testing/desk.ts"
import { byTwo, connected, good, openedDesk } from "../testing/family.ts"
import type { Vault } from "./index.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
beforeEach(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
})
afterEach(() => desk.close())

const letter = "Мой брат Павел в Виннфилде. Пишите на почту сестры."
const as = {
  language: "ru",
  asking: "relative",
  person: [{ script: "cyrillic", surname: "Тестовский", given: "Павел" }],
  text: letter,
} as const
/** As `age -a` writes it. */
const armored = (file: Uint8Array): string =>
  [
    "-----BEGIN AGE ENCRYPTED FILE-----",
    ...(Buffer.from(file)
      .toString("base64")
      .match(/.{1,64}/g) ?? []),
    "-----END AGE ENCRYPTED FILE-----",
    "",
  ].join("\n")
const recipient = async (vault: Vault): Promise<Recipient> => ((await vault.paperRecipient())?.recipient ?? "") as Recipient
const error = async (call: Promise<{ readonly ok: boolean; readonly refusal?: { readonly error: string } }>) => {
  const answer = await call
  return answer.ok ? "accepted" : answer.refusal?.error
}

test("one administrator of two makes nothing that forms are printed with, and nothing locked to it opens", async () => {
  expect(await anna.paperRecipient()).toBeNull()
  const begun = good(await anna.rotatePaper())
  if (begun.done) throw new Error("one administrator was enough")
  expect(await anna.paperRecipient()).toBeNull()
  const locked = await ageSeal([JSON.parse(begun.approvals).certificate.recipient as Recipient], utf8(letter))
  expect(await error(anna.openPaper(locked))).toBe("not-our-paper")
  expect((await (await desk.fetch(`${desk.url}/paper-recipient.txt`)).text()).startsWith("# This desk takes nothing")).toBe(true)
})

test("what was locked to it opens for every member, plain or in armour, and becomes a request of the tray, once", async () => {
  await byTwo(anna, boris, "rotatePaper")
  const shown = await (await desk.fetch(`${desk.url}/paper-recipient.txt`)).text()
  const paper = await boris.paperRecipient()
  // `age -R` takes the file as it is: lines of # and one recipient.
  expect(shown.split("\n").filter((line) => line !== "" && !line.startsWith("#"))).toEqual([paper?.recipient])
  expect(shown).toContain(paper?.print)
  expect([paper?.number, paper?.until]).toEqual([1, "2028-11-20"])
  const locked = await ageSeal([await recipient(boris)], utf8(letter))
  expect(good(await boris.openPaper(locked))).toMatchObject({ number: 1, text: letter, filed: null })
  expect(good(await boris.openPaper(utf8(armored(locked)))).text).toBe(letter)

  const { ask, words } = good(await boris.filePaper(locked, as))
  good(await anna.refresh())
  expect(await anna.tray()).toMatchObject([{ ask, paper: true, names: ["Тестовский Павел"] }])
  expect(good(await anna.openRequest(ask)).request?.message).toBe(letter)
  expect(good(await anna.openPaper(locked)).filed).toBe(ask)
  expect(await error(anna.filePaper(locked, as))).toBe("already-filed")
  // Its words are a mailbox like any other, should there be a safe way to hand them over.
  good(await anna.reply(ask, "Мы получили ваше письмо."))
  const box = good(await openMailbox(await connected(desk), good(await readCode(words.join(" "))).code))
  expect(good(await box.read()).messages.map(({ text }) => text)).toEqual(["Мы получили ваше письмо."])
})

test("a file for another recipient is refused: the desk's own for requests, a foreign desk's, an altered one", async () => {
  await byTwo(anna, boris, "rotatePaper")
  const info = (await (await desk.fetch(`${desk.url}/desk.json`)).json()) as DeskInfo
  const intake = info.intake.at(-1)?.certificate.recipient as Recipient
  const foreign = (await newIntakeIdentity()).recipient
  const altered = await ageSeal([await recipient(anna)], utf8(letter))
  altered[altered.length - 1] = (altered.at(-1) as number) ^ 1
  for (const file of [await ageSeal([intake], utf8(letter)), await ageSeal([foreign], utf8(letter)), altered, utf8(letter)])
    expect(await error(anna.openPaper(file))).toBe("not-our-paper")
})

test("it ends after two years: shown to nobody, opened ninety days longer, then destroyed by two", async () => {
  await byTwo(anna, boris, "rotatePaper")
  const locked = await ageSeal([await recipient(anna)], utf8(letter))
  desk.now += 730 * DAY
  for (const vault of [anna, boris]) good(await vault.refresh())
  expect(await anna.paperRecipient()).toBeNull()
  expect((await desk.fetch(`${desk.url}/paper-recipient.txt`)).status).toBe(404)
  expect(good(await anna.openPaper(locked)).text).toBe(letter)
  expect(await error(anna.endIntakeKey(1, undefined, "paper"))).toBe("too-early")
  desk.now += 91 * DAY
  for (const vault of [anna, boris]) good(await vault.refresh())
  good(await anna.endIntakeKey(1, undefined, "paper"))
  good(await boris.refresh())
  expect(good(await boris.endIntakeKey(1, undefined, "paper")).done).toBe(true)
  for (const vault of [anna, boris]) {
    good(await vault.refresh())
    expect(await error(vault.openPaper(locked))).toBe("not-our-paper")
  }
})
