// The words about recovery, in English.
import { plural } from "../../plural.ts"
import type { RecoveryWords } from "./index.ts"

const n = (count: number, one: string, other: string): string => plural("en", count, { one, other })

export const recovery = {
  page: "Recovery",
  lede: "For the day on which no member is left who can open this desk. It reads; it cannot sign, answer or enrol anybody.",
  none: "This desk has no recovery key",
  noneText:
    "If every member loses her ways in, nobody opens anything any more. A recovery key is a door as well: three trustees who agree, or are made to, read everything. Choose together whether you want it.",
  how: "How it is made, away from this desk",
  steps: [
    ["Each of five trustees makes a key on a machine of her own", "safe-conduct recovery trustee"],
    ["Two people split the recovery key on a machine without a network, which is wiped afterwards", "safe-conduct recovery split"],
    ["Two administrators certify it, against the fingerprint that was read aloud", "safe-conduct recovery certify"],
  ],
  has: "This desk has a recovery key",
  needs: (threshold, shares) =>
    `Any ${threshold} of ${shares} trustees together open the desk from a copy of its data. Fewer open nothing.`,
  number: "Ceremony",
  print: "Fingerprint",
  printMore: "It must be the one that was read aloud at the ceremony.",
  trustees: "Who the trustees are",
  trusteesText: [
    "The desk does not know, on purpose: whoever forces one member to open it should not learn whom to visit next. Their names stand on the ceremony’s paper.",
    "Once a year each trustee looks whether her share still opens, and tells you. If two of five are gone, hold a new ceremony while three are left.",
  ],
  covers: "What it could open today",
  coversText:
    "What was written before the ceremony, and not since, can lack it. Looking reads every case that you may read, which takes a while.",
  check: "Look through everything",
  checking: "Reading every stream",
  whole: (count) => `It opens all of them: ${n(count, "stream", "streams")} looked through.`,
  gaps: (count) => n(count, "stream lacks it", "streams lack it"),
  unread: (count) => n(count, "was destroyed, or cannot be read by you now.", "were destroyed, or cannot be read by you now."),
  gapNames: {
    register: "the register",
    members: "the names of members",
    drawer: "your own drawer",
    keys: "a key of requests",
    proposal: "Proposal",
    case: "Case",
  },
  mend: "Put it in",
  mendMore: "Each gets a new key, sealed for recovery too. Other members’ drawers follow when they sign in.",
  mended: "Nothing lacks it any more.",
  yearly: "safe-conduct recovery check",
  reads:
    "Using it leaves no trace on this desk: the trustees read a copy, elsewhere. What was read that day, members learn from the trustees alone.",
} satisfies RecoveryWords
