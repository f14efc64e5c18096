import { plural } from "../../plural.ts"
import type { RosterWords } from "./index.ts"

const cases = (count: number): string => plural("en", count, { one: "case", other: "cases" })

export const rosters: RosterWords = {
  renewing: "New keys for cases",
  renewed: (done, of) => `${done} of ${cases(of)} ${done === 1 ? "has" : "have"} a new key`,
  here: "This desk is changing them now, the most urgent first. Go on working. If you close it, whoever is signed in next goes on.",
  elsewhere: "Another desk is changing them. If it is closed, this one goes on by itself within a minute.",
  notHandedOn: (count) => `${cases(count)} not handed on to you yet`,
  notHandedOnMore:
    "Colleagues’ desks hand them on one after another, the most urgent first. Until then lists and dates here are not complete.",
  restrict: "Restricted: at first only you read it. In the case you add others.",
  readBy: (names) => `Read by ${names}.`,
  change: "Change who reads it",
  changeTitle: "Who reads this case",
  changeHint:
    "Whoever is added reads everything, from the first line. Whoever is taken off reads nothing that comes later, and keeps what was read. The log shows the change. You stay on it.",
  why: "Why",
  whyHint: "Stays in the log, beside your name. Whoever reads the case sees it.",
  changeGo: "Change",
  changed: "The list was changed",
  otherwise: "The list of readers was changed, and the log does not say by whom. Ask those who read this case.",
}
