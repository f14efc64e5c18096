// Whoever asks to wake someone is heard until she is answered: in a new request, and in a message to a case that no tray shows.
import { afterAll, beforeAll, expect, test } from "vitest"
import { openMailbox } from "../asker/index.ts"
import { type TestDesk, openTestDesk } from "../testing/desk.ts"
import { asked, familyRequest, good, openedDesk } from "../testing/family.ts"
import type { Vault } from "./index.ts"

let desk: TestDesk
let anna: Vault
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna } = await openedDesk(desk))
})
afterAll(() => desk.close())

const waking = async () => {
  good(await anna.refresh())
  return (await anna.today()).waking
}

test("from the request to the reply, and again from a message to the case", async () => {
  expect(await waking()).toEqual([])
  const { code, ask, met } = await asked(desk, familyRequest)
  expect(await waking()).toEqual([{ ask, stream: null, name: "Тестовский Павел", latin: "Testovskii Pavel" }])
  const { stream } = good(await anna.joinRequest(ask))
  expect(await waking()).toEqual([
    { ask, stream, name: "Тестовский Павел Ильич (Ирина Тестовская)", latin: "Testovskii Pavel (Ирина Тестовская)" },
  ])
  good(await anna.reply(ask, "Читаем."))
  expect(await waking()).toEqual([])

  const mailbox = good(await openMailbox(met, code))
  good(await mailbox.say({ text: "Спасибо" }))
  expect(await waking()).toEqual([])
  good(await mailbox.say({ text: "Его увозят", wake: true }))
  expect(await anna.tray()).toEqual([])
  expect(await waking()).toEqual([
    { ask, stream, name: "Тестовский Павел Ильич (Ирина Тестовская)", latin: "Testovskii Pavel (Ирина Тестовская)" },
  ])
})

test("whom the desk knows stands before a crowd of strangers, and what is closed as junk is quiet until it speaks again", async () => {
  const known = (await waking()).map((line) => line.ask)
  const strangers = [await asked(desk, familyRequest), await asked(desk, familyRequest), await asked(desk, familyRequest)]
  const asks = strangers.map(({ ask }) => ask)
  const lines = (await waking()).map((line) => line.ask)
  expect(lines.slice(0, known.length)).toEqual(known)
  expect(lines.slice(known.length).sort()).toEqual([...asks].sort())

  const [joined, ...junk] = asks as [string, ...string[]]
  good(await anna.joinRequest(joined))
  expect(good(await anna.closeJunk([...asks, ...junk, "aaaaaaaaaaaaaaaaaaaaaaaaaa"], "the same text many times"))).toEqual({
    closed: junk,
    left: [joined, "aaaaaaaaaaaaaaaaaaaaaaaaaa"],
  })
  expect(await anna.tray()).toEqual([])
  expect((await waking()).map((line) => line.ask)).toEqual(expect.arrayContaining([...known, joined]))
  expect((await waking()).map((line) => line.ask)).not.toEqual(expect.arrayContaining([junk[0]]))

  desk.now += 2 * 3_600_000
  const again = good(await openMailbox(strangers[1]?.met as never, strangers[1]?.code as never))
  good(await again.say({ text: "Это не шутка" }))
  expect((await waking()).map((line) => line.ask)).toContain(junk[0])
  expect((await anna.tray()).map((row) => row.ask)).toEqual([junk[0]])
})
