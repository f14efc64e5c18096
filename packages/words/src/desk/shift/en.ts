// The words of a shift in English.
import { plural } from "../../plural.ts"
import type { ShiftWords } from "./index.ts"

const n = (count: number, one: string, other: string): string => plural("en", count, { one, other })

export const shift = {
  leave: "Hand over the shift",
  leaveLede: "What must the next one know? She reads it on top of Today until she takes over.",
  paragraph: "One paragraph",
  again: "Begin again from the facts",
  leaveGo: "Hand over",
  left: "Handed over. It stands on top of Today.",
  saidAt: (name, when) => `${name} handed over, ${when}`,
  mine: "Nobody has taken over yet.",
  take: "I take over",
  took: "Taken over.",
  takenBy: (name, when) => `taken over by ${name}, ${when}`,
  draft: {
    red: (count, names) => `Emergencies (${count}): ${names}.`,
    flights: (said) => `Flights: ${said}.`,
    opened: (count, names) => `Opened in this shift (${count}): ${names}.`,
    due: (count, names) => `To be done today (${count}): ${names}.`,
    requests: (count) => n(count, "new request in the tray.", "new requests in the tray."),
    signatures: (count) => n(count, "thing waits for a second signature.", "things wait for a second signature."),
    replies: (count) => n(count, "reply not opened.", "replies not opened."),
    looks: (count) => n(count, "look-up due.", "look-ups due."),
    quiet: "Nothing red and nothing waiting.",
  },
  reviewed: (when) => `looked at, until ${when}`,
  toDo: {
    title: "To be done",
    none: "No task is open.",
    more: (count) => `${count} more`,
    task: "Task",
    waited: (day) => `waited until ${day}: look again`,
    unreached: (days) => `nobody has reached this person for ${n(days, "day", "days")}`,
    secondEars: "a second member confirms the spoken consent",
    anyMember: "whoever is here",
    anotherMember: "another member",
    due: (day) => `by ${day}`,
    mine: "you",
    nobody: "nobody yet",
    late: "due",
  },
  alarm: {
    title: "Somebody must look now",
    why: {
      deadline: "a day to work to is near",
      "deadline-passed": "a day has passed",
      "stay-ends": "a stay ends",
      flight: "hour of a flight",
      hearing: "a hearing",
      "check-in": "a check-in",
      interview: "a consular interview",
      "look-due": "a look-up is due",
      hold: "the wait is over",
    },
    seen: "I am looking",
    soundOff: "This page has no sound yet.",
    soundOn: "Turn the sound on",
  },
} satisfies ShiftWords
