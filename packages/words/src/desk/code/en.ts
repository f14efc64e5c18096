// What codes ask, in English.
import { phrases } from "../../phrases/en.ts"
import type { CodeWords } from "./index.ts"

export const code = {
  phrases,
  title: "Asked by code, not confirmed",
  lede: "Whoever holds the 13 words can ask this. Nothing changes until somebody you knew before says the same.",
  wishes: {
    "withdraw-consent": "takes back a consent",
    "change-contact": "asks to change the contact",
    "forget-me": "asks to be forgotten",
    correct: "says that something is wrong",
    spoken: "says that the words were read aloud over a telephone",
  },
  settle: "Confirm or put aside",
  path: "Reached by",
  pathMore: "Only ways that were recorded here before this was asked.",
  noPath: "No way to reach anybody was recorded before this was asked, so it cannot be confirmed.",
  who: { asker: "the asker", counsel: "counsel" },
  by: "Who said so",
  byMissing: "Write who said so.",
  confirm: "They say the same: confirm",
  confirmed: "Confirmed",
  why: "Why it is not done",
  whyMissing: "Write why.",
  putAside: "Put aside",
  aside: "Put aside",
  taskWithdrawn: "A consent was taken back by code. Nothing is disclosed. Ask whether it is to be recorded as withdrawn or given anew.",
  spoken: {
    mark: "The words were overheard",
    sure: "From now on only fixed sentences go there. This cannot be taken back.",
    go: "Yes, fixed sentences only",
    marked: "From now on only fixed sentences go there",
    now: "These words were said where others may listen. Only fixed sentences go there: no names, no places.",
    choose: "choose a sentence",
    sentence: "Sentence",
  },
  lost: {
    open: "Words were lost…",
    title: "A new request in the place of an earlier one",
    text: "Call by a way that was recorded before the new request came. A second member signs. Then answers go to the new mailbox only.",
    old: "Earlier request",
    new: "New request",
    go: "Propose",
    done: "Proposed. A second member signs it.",
    replaced: "Replaced: the words were lost. Answers go to the newer mailbox.",
  },
} as const satisfies CodeWords
