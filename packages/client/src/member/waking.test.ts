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
  expect(await waking()).toEqual([{ ask, stream: null, name: "Тестовский Павел" }])
  const { stream } = good(await anna.joinRequest(ask))
  expect(await waking()).toEqual([{ ask, stream, name: "Тестовский Павел Ильич (Ирина Тестовская)" }])
  good(await anna.reply(ask, "Читаем."))
  expect(await waking()).toEqual([])

  const mailbox = good(await openMailbox(met, code))
  good(await mailbox.say({ text: "Спасибо" }))
  expect(await waking()).toEqual([])
  good(await mailbox.say({ text: "Его увозят", wake: true }))
  expect(await anna.tray()).toEqual([])
  expect(await waking()).toEqual([{ ask, stream, name: "Тестовский Павел Ильич (Ирина Тестовская)" }])
})
