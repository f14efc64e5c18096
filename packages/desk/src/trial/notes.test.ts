// A trial is entered without a question the first time, and never against somebody's wish.
import { expect, test } from "vitest"
import { comingIn, play, playing, type TrialMember } from "./notes.ts"

const member = (name: string): TrialMember => ({ name, roleText: { en: "", fr: "", ru: "" }, passphrase: name })
const trial = { members: [member("Anna"), member("Boris")] }

test("a new tab comes in as the first member, a reload as whoever it played", () => {
  expect(comingIn(trial, null)?.name).toBe("Anna")
  expect(comingIn(trial, "Boris")?.name).toBe("Boris")
})
test("whoever left stays at the door, and so does a part that is not in this trial", () => {
  expect(comingIn(trial, "")).toBeNull()
  expect(comingIn(trial, "Carol")).toBeNull()
})
test("a real desk lets nobody in by itself", () => {
  for (const remembered of [null, "", "Anna"]) expect(comingIn(null, remembered)).toBeNull()
})
test("who has left stays out although the browser keeps nothing", () => {
  expect(playing()).toBeNull()
  play("Boris")
  expect(playing()).toBe("Boris")
  play(null)
  expect(comingIn(trial, playing())).toBeNull()
})
