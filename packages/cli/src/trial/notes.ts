// What a trial tells everyone who opens it, printed and served as /trial.json: who may be played, two sets of thirteen words, and
// where the five steps of the first minute lead. A real desk has nothing of the kind.
import { wordsOf } from "@safe-conduct/client/asker"
import type { Name } from "./stage.ts"
import type { Cast } from "./timeline.ts"

interface ThreeTexts {
  readonly en: string
  readonly fr: string
  readonly ru: string
}
export interface MemberNote {
  readonly member: string
  readonly name: string
  readonly roles: readonly string[]
  readonly roleText: ThreeTexts
  readonly passphrase: string
}
export interface TrialNotes {
  readonly trial: true
  readonly members: readonly MemberNote[]
  /** A relative whose phone is shown: thirteen Russian words that open her mailbox. */
  readonly wife: { readonly name: string; readonly words: readonly string[]; readonly code: string }
  /** A lawyer whose one code opens a folder of eleven. */
  readonly folder: { readonly name: string; readonly words: readonly string[]; readonly clients: number }
  readonly steps: TrialSteps
}
/** Streams: a mailbox to open, and cases. */
export interface TrialSteps {
  /** A request about someone who is known already under another spelling, and the case where she is known. */
  readonly request: string
  readonly known: string
  /** Its date in the law is a Friday; the day to work to is the Thursday before. */
  readonly dated: string
  /** Anna recommended a finding here: she is refused when she signs it, and Boris is not. */
  readonly recommended: string
  /** Signed by two: its paper can be made. */
  readonly finding: string
}

export interface Player {
  readonly name: string
  readonly roles: readonly string[]
  readonly roleText: ThreeTexts
}
export const players: Readonly<Record<Name, Player>> = {
  anna: {
    name: "Anna",
    roles: ["administrator", "intake", "caseworker"],
    roleText: {
      en: "on duty, opens requests and runs cases",
      fr: "de garde, ouvre les demandes et suit les dossiers",
      ru: "дежурит, открывает обращения и ведёт дела",
    },
  },
  boris: {
    name: "Boris",
    roles: ["administrator", "caseworker", "decider", "liaison"],
    roleText: {
      en: "the second signature, writes to governments",
      fr: "la deuxième signature, écrit aux gouvernements",
      ru: "вторая подпись, пишет правительствам",
    },
  },
  vera: {
    name: "Vera",
    roles: ["verifier"],
    roleText: {
      en: "verifies, mostly on a phone",
      fr: "vérifie, le plus souvent au téléphone portable",
      ru: "проверяет, чаще всего с телефона",
    },
  },
}

const one = (cast: Cast, name: string): string => {
  const stream = cast.streams.get(name)
  if (stream === undefined) throw new Error(`no story left ${name}`)
  return stream
}
const code = (cast: Cast, name: string): Uint8Array => {
  const found = cast.codes.get(name)
  if (found === undefined) throw new Error(`no story left the code ${name}`)
  return found
}

export async function notesOf(cast: Cast, members: readonly MemberNote[], clients: number): Promise<TrialNotes> {
  const words = await wordsOf(code(cast, "wife"), "ru")
  return {
    trial: true,
    members,
    wife: { name: "Марьяна", words, code: words.join(" ") },
    folder: { name: "D. Whitlock", words: await wordsOf(code(cast, "folder"), "en"), clients },
    steps: {
      request: one(cast, "double"),
      known: one(cast, "known"),
      dated: one(cast, "dated"),
      recommended: one(cast, "recommended"),
      finding: one(cast, "finding"),
    },
  }
}
