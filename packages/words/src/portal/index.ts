// The words of the form and the mailbox, one language loaded. A gap in any language does not compile.
import type { Language } from "../choose.ts"
import type { FolderWords } from "./folder/index.ts"
import type { Phrases } from "../phrases/index.ts"

/** About oneself, or about somebody else. */
export interface Two {
  readonly self: string
  readonly other: string
}
export interface TitleAndText {
  readonly title: string
  readonly text: string
}
type Labels<K extends string> = Record<K, string>
export type RefusalParams = Readonly<Record<string, string | number>>

export interface PortalWords {
  readonly language: Language
  readonly next: string
  readonly back: string
  readonly change: string
  readonly remove: string
  readonly save: string
  readonly cancel: string
  readonly optional: string
  readonly yes: string
  readonly no: string
  readonly unknown: string
  readonly notGiven: string
  readonly wrongTitle: string
  readonly trial: string
  /** The link to what can be done meanwhile. */
  readonly withinTheHour: string
  readonly date: { readonly day: string; readonly month: string; readonly year: string; readonly months: readonly string[] }
  readonly size: { readonly kb: string; readonly mb: string; readonly gb: string }
  readonly hour: (utc: string) => string
  readonly files: (count: number) => string

  readonly step: (at: number, of: number) => string
  readonly kept: string
  readonly notKept: string
  readonly resume: TitleAndText & { readonly go: string; readonly fresh: string; readonly freshSure: string }
  readonly inApp: TitleAndText & { readonly open: string; readonly copy: string; readonly copied: string }

  readonly who: {
    readonly title: string
    readonly asking: string
    readonly kinds: Labels<"self" | "relative" | "lawyer" | "organisation">
    readonly name: string
    readonly nameHint: string
    readonly relation: string
    readonly relationHint: string
    readonly language: string
  }
  readonly person: {
    readonly title: Two
    readonly cyrillic: string
    readonly latin: string
    readonly latinHint: string
    readonly surname: string
    readonly given: string
    readonly patronymic: string
    readonly either: string
    readonly aNumber: string
    readonly aNumberHint: string
    readonly born: string
  }
  readonly where: {
    readonly title: Two
    readonly kind: string
    readonly kinds: Labels<"detained" | "free" | "foster-care" | "orr" | "unknown">
    readonly freeHint: string
    readonly facility: string
    readonly facilityHint: string
    readonly state: string
    readonly stateHint: string
    readonly since: string
  }
  readonly what: {
    readonly title: string
    readonly order: string
    readonly orderHint: string
    readonly orderOn: string
    readonly removal: string
    readonly hearing: string
    readonly hearingKinds: Labels<"master" | "individual" | "bond" | "other">
    readonly hearingOn: string
    readonly hearingTime: string
    readonly text: string
    readonly textHint: string
  }
  readonly reach: {
    readonly title: string
    readonly may: string
    readonly mayYes: string
    readonly mayNo: string
    readonly mayNoMore: string
    readonly how: string
    readonly howHint: string
    readonly when: string
    readonly whenHint: string
    readonly neverSay: string
    readonly neverSayHint: string
    readonly theyKnow: string
  }
  readonly lawyer: {
    readonly title: Two
    readonly name: string
    readonly contact: string
    readonly for: string
    readonly forHint: string
    readonly none: string
  }
  readonly now: {
    readonly title: string
    readonly lead: string
    readonly kind: string
    readonly kinds: Labels<"told-to-pack" | "moved" | "flight" | "other">
    readonly place: string
    readonly placeHint: string
    readonly at: string
    readonly atHint: string
    readonly person: string
    readonly phone: string
    readonly phoneHint: string
    readonly send: string
    readonly agree: string
    readonly calm: string
  }
  readonly review: {
    readonly title: string
    readonly lead: string
    readonly moreTitle: string
    readonly moreText: string
    readonly more: Labels<MoreStep>
    readonly has: string
    readonly askedBefore: string
    readonly intake: string
    readonly intakeMore: string
    readonly next: string
    readonly facts: {
      readonly asking: string
      readonly person: string
      readonly where: string
      readonly what: string
      readonly reach: string
      readonly lawyer: string
    }
  }
  readonly family: {
    readonly title: string
    readonly lead: string
    readonly person: (n: number) => string
    readonly relation: string
    readonly relations: Labels<"spouse" | "child" | "parent" | "sibling" | "other">
    readonly add: string
    readonly health: string
    readonly healthHint: string
  }
  readonly activities: {
    readonly title: string
    readonly lead: string
    readonly item: (n: number) => string
    readonly kind: string
    readonly kinds: Labels<
      "organisation" | "protest" | "speech" | "prosecution" | "election" | "journalism" | "donation" | "refusal-to-serve" | "other"
    >
    readonly what: string
    readonly when: string
    readonly whenHint: string
    readonly where: string
    readonly add: string
  }
  readonly entry: {
    readonly title: string
    readonly how: string
    readonly hows: Labels<"cbp-one" | "other-port" | "between-ports" | "visa" | "unknown">
    readonly on: string
  }
  readonly fears: { readonly title: string; readonly text: string; readonly hint: string }
  readonly papers: {
    readonly title: string
    readonly drop: string
    readonly dropHint: string
    readonly caption: string
    readonly about: string
    readonly aboutNone: string
    readonly again: string
    readonly againHint: string
  }
  readonly danger: { readonly title: string; readonly text: string; readonly wake: string; readonly wakeMore: string }
  readonly message: { readonly title: string; readonly text: string }
  readonly words: {
    readonly title: string
    readonly lead: string
    readonly warning: string
    readonly card: string
    readonly cardOver: string
    readonly cardFoot: string
    readonly cardAddress: (address: string) => string
    readonly print: string
    readonly pdf: { readonly save: string; readonly making: string; readonly note: string; readonly file: string }
    readonly written: string
  }
  readonly check: {
    readonly title: string
    readonly lead: string
    readonly word: (n: number) => string
    readonly see: string
    readonly send: string
  }
  readonly send: {
    readonly title: string
    readonly stay: string
    readonly stages: Labels<"work" | "files" | "sealing" | "sending">
    readonly waiting: string
    readonly failed: string
    readonly again: string
    readonly edit: string
    readonly stop: string
  }
  readonly receipt: {
    readonly title: string
    readonly at: (hour: string) => string
    readonly person: string
    readonly woken: string
    readonly wordsNow: string
    readonly sent: string
    readonly noReadBack: string
    readonly copy: TitleAndText & {
      readonly phrase: string
      readonly phraseHint: string
      readonly save: string
      readonly file: string
      readonly saved: string
    }
    readonly meanwhile: { readonly title: string; readonly steps: readonly string[] }
    readonly mailbox: string
    readonly number: string
    readonly done: string
    readonly doneText: string
  }
  readonly mailbox: {
    readonly phrases: Phrases
    readonly title: string
    readonly lead: string
    readonly word: (n: number) => string
    readonly states: Labels<"empty" | "typed" | "known" | "unknown" | "missing" | "repaired">
    readonly open: string
    readonly opening: string
    readonly repaired: {
      readonly title: string
      readonly line: (place: number, typed: string, meant: string) => string
      readonly ask: string
      readonly yes: string
      readonly no: string
    }
    readonly status: Labels<
      | "received"
      | "opened"
      | "in-verification"
      | "with-counsel"
      | "finding-made"
      | "proposed"
      | "transfer-planned"
      | "arrived"
      | "closed"
      | "need-from-you"
    >
    readonly statusTitle: string
    readonly nextLook: (day: string) => string
    readonly nothingNeeded: string
    readonly messages: string
    readonly none: string
    readonly from: string
    readonly caseWord: (word: string) => string
    readonly unreadable: string
    readonly say: {
      readonly title: string
      readonly label: string
      readonly hint: string
      readonly wake: string
      readonly send: string
      readonly sent: (hour: string) => string
    }
    readonly wishes: TitleAndText & {
      readonly withdraw: TitleAndText & { readonly all: string; readonly why: string; readonly send: string }
      readonly contact: TitleAndText & { readonly send: string }
      readonly forget: TitleAndText & { readonly send: string }
      readonly correct: TitleAndText & { readonly label: string; readonly send: string }
      readonly spoken: TitleAndText & { readonly send: string }
      readonly sent: string
    }
    readonly refresh: string
    readonly leave: string
    readonly left: string
  }
  readonly keepHere: {
    readonly title: string
    readonly titleKept: string
    readonly text: string
    /** What it does not hold against, said before anything is kept. */
    readonly weaker: string
    readonly notShared: string
    readonly choose: string
    readonly chooseHint: string
    readonly keep: string
    readonly keeping: string
    readonly kept: string
    readonly textKept: string
    readonly drop: string
    readonly dropped: string
    readonly denied: string
    readonly number: string
    readonly byWords: string
  }
  readonly folder: FolderWords
  readonly failed: string
  /** By code; what has no sentence of its own gets `other`. */
  readonly refusals: Readonly<Record<string, string | ((params: RefusalParams) => string)>> & { readonly other: string }
}

export type MoreStep = "danger" | "family" | "papers" | "activities" | "fears" | "entry" | "message"

const load = { en: () => import("./en.ts"), fr: () => import("./fr.ts"), ru: () => import("./ru.ts") } satisfies Record<
  Language,
  () => Promise<{ readonly words: PortalWords }>
>

export const portalWords = async (language: Language): Promise<PortalWords> => (await load[language]()).words

/** The sentence of a refusal, in the reader's language. */
export function sentence(words: PortalWords, refusal: { readonly error: string; readonly params?: RefusalParams | undefined }): string {
  const found = Object.hasOwn(words.refusals, refusal.error) ? words.refusals[refusal.error] : undefined
  if (typeof found === "function") return found(refusal.params ?? {})
  return found ?? words.refusals.other
}
