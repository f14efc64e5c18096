// The words about putting many requests down at once, in English.
import { plural } from "../../plural.ts"
import type { JunkWords } from "./index.ts"

const n = (count: number, one: string, other: string): string => plural("en", count, { one, other })

export const junk = {
  page: "Junk",
  lede: "Requests that say the same stand together. What may come from a person is marked, and is never chosen along with the rest.",
  fromTray: "Put many down at once",
  none: "The tray is empty: nothing to put down.",
  groups: {
    "same-words": (count) => n(count, "request in nearly the same words", "requests in nearly the same words"),
    "no-words": (count) => n(count, "request without a word of text", "requests without a word of text"),
    "own-words": (count) => n(count, "request in its own words", "requests in their own words"),
  },
  groupMore: {
    "no-words": "Four questions and a name may be all that somebody had time for.",
    "own-words": "Each of these resembles no other. Read before you choose.",
  },
  marks: {
    unreadable: "cannot be read",
    danger: "danger",
    wake: "asks to wake someone",
    known: "we may know this person",
    "asked-before": "asked before",
    wrote: "wrote again",
    files: "files",
    number: "A-number",
    dated: "a date is given",
  },
  choosePlain: (count) => `Choose ${n(count, "that stands out in nothing", "that stand out in nothing")}`,
  chooseMarked: (count) => `Choose also ${n(count, "that is marked", "that are marked")}`,
  markedMore: "Look at these one by one first: a person can stand in the middle of a flood.",
  chooseNone: "Choose none",
  more: (count) => `Show ${n(count, "more", "more")}`,
  preview: "Look",
  hide: "Hide",
  why: "Why",
  whyHint: "The same letter many times; an advertisement.",
  whyMissing: "Write why. It stands in the register beside each.",
  close: (count) => `Put ${n(count, "request", "requests")} down as junk`,
  nothing: "Choose at least one request.",
  closed: (count) => `${n(count, "request", "requests")} put down as junk.`,
  left: (count) => `${n(count, "was", "were")} left as they are: somebody took them meanwhile.`,
  undo: "Take it back",
  undoWhy: "taken back",
  undone: (count) => `${n(count, "request is", "requests are")} in the tray again.`,
  closing: "One moment: each is signed by itself.",
  before: "Put down as junk before",
  beforeNone: "None so far.",
  back: "Back to the tray",
  keys: "j and k walk, Space chooses, Enter looks",
} satisfies JunkWords
