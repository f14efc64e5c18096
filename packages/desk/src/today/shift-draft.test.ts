// The offered paragraph says what stands on the page, and nothing that does not.
import { words } from "@safe-conduct/words/desk/en.ts"
import { expect, test } from "vitest"
import { type DraftGiven, draftOf } from "./shift-draft.ts"

const row = (name: string, more: object = {}) => ({
  title: "",
  people: [{ cyrillic: name, latin: "" }],
  openedAt: 0,
  closed: false,
  ...more,
})
const quiet = {
  emergencies: [],
  flightBar: [],
  requests: [],
  waitingSignatures: [],
  unopenedReplies: [],
  dueLooks: [],
  toDo: [],
  shiftBegan: 100,
}
const said = (day: object, rows: readonly object[] = []): string =>
  draftOf(words.shift.draft, "en", {
    day: { ...quiet, ...day },
    rows,
    flightText: ({ place }: { readonly place: string }) => `06:00 ${place}`,
  } as unknown as DraftGiven)

test("a quiet shift is called quiet", () => {
  expect(said({})).toBe("Nothing red and nothing waiting.")
})

test("what is red, what flies and what waits is counted and named, and beyond six names counted alone", () => {
  const seven = ["A", "B", "C", "D", "E", "F", "G"].map((name) => row(name))
  expect(said({ emergencies: seven, flightBar: [{ place: "Mesa" }], requests: [1], dueLooks: [1, 2] })).toBe(
    "Flights: 06:00 Mesa. Emergencies (7): A, B, C, D, E, F +1. 1 new request in the tray. 2 look-ups due.",
  )
})

test("opened in this shift is what was opened since it began and is still open", () => {
  const rows = [row("Old", { openedAt: 99 }), row("New", { openedAt: 100 }), row("Shut", { openedAt: 101, closed: true })]
  expect(said({}, rows)).toBe("Opened in this shift (1): New.")
})

test("to be done is what has come due; a silence of a week is no task of this night", () => {
  const toDo = [
    { kind: "task", name: "А", latin: "A", late: true },
    { kind: "task", name: "А", latin: "A", late: true },
    { kind: "task", name: "Б", latin: "B", late: false },
    { kind: "unreached", name: "В", latin: "", late: true },
  ]
  expect(said({ toDo })).toBe("To be done today (2): A.")
})
