// The words of a case, of proposals and of letters. One language is loaded at a time; a gap in any of them does not compile.
import type { AnnexKey } from "./annex.ts"
import type { CompartmentWords } from "./compartment/index.ts"
import type { CaseLabels, Labels } from "./labels.ts"

export type { AnnexKey } from "./annex.ts"
export type { CaseLabels, Labels, PicklistName, Picklists } from "./labels.ts"

/** What a field asks for; one label serves every form that asks it. */
export type FieldName =
  | "person"
  | "people"
  | "goes"
  | "names"
  | "relation"
  | "born"
  | "birthCountry"
  | "birthCountryAs"
  | "aNumbers"
  | "citizenship"
  | "languages"
  | "health"
  | "circuit"
  | "courtState"
  | "where"
  | "facility"
  | "since"
  | "confirmed"
  | "how"
  | "eventType"
  | "on"
  | "at"
  | "seen"
  | "outcome"
  | "form"
  | "appeal"
  | "result"
  | "kind"
  | "until"
  | "stayedRemoval"
  | "country"
  | "exigent"
  | "heldBy"
  | "confidence"
  | "to"
  | "scope"
  | "for"
  | "rule"
  | "state"
  | "staging"
  | "name"
  | "contact"
  | "onlyThroughCounsel"
  | "text"
  | "why"
  | "reason"
  | "due"
  | "doer"
  | "task"
  | "question"
  | "answer"
  | "owner"
  | "publicity"
  | "claim"
  | "claims"
  | "what"
  | "when"
  | "place"
  | "core"
  | "file"
  | "kitItem"
  | "statement"
  | "source"
  | "origin"
  | "authenticity"
  | "identity"
  | "contrary"
  | "dated"
  | "note"
  | "evidence"
  | "doubt"
  | "finding"
  | "reasonEn"
  | "reasonFr"
  | "reasonRu"
  | "givenBy"
  | "guardian"
  | "conflict"
  | "about"
  | "witness"
  | "interpreter"
  | "readBack"
  | "language"
  | "version"
  | "consent"
  | "by"
  | "wish"
  | "agreesToSplit"
  | "holder"
  | "courtOrder"
  | "agencyAgrees"
  | "otherParent"
  | "bestInterests"
  | "vehicle"
  | "route"
  | "document"
  | "transfer"
  | "receivedBy"
  | "documents"
  | "identityChecked"
  | "condition"
  | "status"
  | "government"
  | "reference"
  | "number"
  | "replacedBy"
  | "closeAs"
  | "lowerTo"
  | "direction"
  | "letter"
  | "nextLook"
  | "reader"

export type Section =
  | "log"
  | "dates"
  | "people"
  | "claims"
  | "evidence"
  | "signing"
  | "mailbox"
  | "askers"
  | "consents"
  | "files"
  | "questions"
  | "tasks"
  | "journey"
  | "compartments"

export interface CaseWords {
  readonly language: "en" | "fr" | "ru"
  readonly labels: CaseLabels
  readonly fields: Labels<FieldName>
  readonly hints: Labels<
    "facility" | "origin" | "contrary" | "contact" | "seen" | "when" | "time" | "blind" | "health" | "reasons" | "languages"
  >
  readonly sections: Labels<Section>
  readonly form: {
    readonly save: string
    readonly sign: string
    readonly cancel: string
    readonly anyway: string
    readonly advice: string
    readonly refused: string
    readonly optional: string
    readonly choose: string
    readonly missing: string
    readonly yes: string
    readonly no: string
    readonly day: string
    readonly month: string
    readonly year: string
    readonly months: readonly string[]
    readonly hour: string
    readonly zone: string
    readonly zoneThere: string
    readonly zoneHere: string
    readonly seen: string
    readonly said: string
    readonly cyrillic: string
    readonly latin: string
    readonly surname: string
    readonly given: string
    readonly patronymic: string
    readonly addLatin: string
    readonly lines: string
    readonly saved: string
    readonly everyone: string
  }
  readonly page: {
    readonly opening: string
    readonly beyond: string
    readonly alarm: string
    readonly jump: string
    readonly record: string
    readonly more: string
    readonly nothing: string
    readonly copy: string
    readonly copied: string
    readonly untitled: string
    readonly restricted: string
    readonly closed: string
    readonly print: string
  }
  readonly head: {
    readonly aNumber: string
    readonly born: string
    readonly birthAs: string
    readonly notRecorded: string
    readonly place: string
    readonly noPlace: string
    readonly since: (when: string) => string
    readonly confirmed: (when: string, how: string) => string
    readonly neverConfirmed: string
    readonly staging: string
    readonly counsel: string
    readonly noCounsel: string
    readonly onlyThrough: string
    readonly publicity: string
    readonly owner: string
    readonly noOwner: string
    readonly protection: string
    readonly canada: string
    readonly rung: (at: number, of: number) => string
    readonly family: string
    readonly alone: string
    readonly whereUnknown: string
    readonly childWith: (who: string) => string
    readonly halted: (scope: string) => string
    readonly years: (age: number) => string
    /** Members of one family are held or kept in several places. */
    readonly apart: (places: number) => string
    readonly distance: (from: string, to: string, kilometres: string, miles: string) => string
    readonly outcome: Labels<"removed" | "arrived">
  }
  readonly log: {
    readonly box: string
    readonly hint: string
    readonly draft: string
    readonly notChanged: (why: string) => string
    readonly struck: (by: string, why: string) => string
    readonly strike: string
    readonly strikeWhy: string
    readonly strikeGo: string
    readonly saidAt: (when: string) => string
    readonly empty: string
    readonly earlier: (count: number) => string
    readonly you: string
  }
  readonly dates: {
    readonly what: string
    readonly nominal: string
    readonly hard: string
    readonly safeBy: string
    readonly safeWhy: string
    readonly status: string
    readonly files: string
    readonly arguable: (day: string, why: string) => string
    readonly from: (day: string) => string
    readonly none: string
    readonly closedOnes: (count: number) => string
    readonly verify: string
    readonly petition: string
    readonly stayed: (basis: string) => string
    readonly stayedUntil: (basis: string, until: string) => string
    readonly notStayed: string
    readonly final: (since: string, basis: string) => string
    readonly notFinal: string
    readonly reasons: string
    readonly also: string
    readonly flags: string
    readonly reviewed: (until: string) => string
    readonly lowered: (level: string) => string
    readonly look: (when: string) => string
    readonly refused: string
    readonly playbook: string
    readonly within: (hours: number) => string
    readonly notAdvice: string
    readonly ended: (why: string) => string
    readonly owners: Labels<"caseworker" | "counsel" | "liaison" | "intake" | "asker" | "verifier">
  }
  readonly people: {
    readonly ready: Labels<"referral" | "note">
    readonly missing: string
    readonly wish: string
    readonly alsoWritten: string
    /** Day and month of a birth date could have been swapped. */
    readonly orElse: (day: string) => string
    /** Of a child: whether she counts with the family, by age. */
    readonly dependent: string
    readonly dependentUnknown: string
    readonly dependentKept: Readonly<Record<"dependent" | "too-old", (age: number, on: string) => string>>
    readonly dependentOpen: Readonly<Record<"dependent" | "too-old", (age: number, turns: string) => string>>
    readonly describe: string
  }
  readonly claims: {
    readonly core: string
    readonly reached: (at: number, of: number) => string
    readonly by: string
    readonly next: string
    readonly stands: string
    readonly later: string
    readonly none: string
    readonly readings: string
    readonly committed: (names: string) => string
    readonly otherCommitted: string
    readonly waitOther: string
    readonly mayReveal: string
    readonly commit: string
    readonly reveal: string
    readonly revealSure: string
    readonly read: (name: string, finding: string) => string
    readonly doubts: string
    readonly doubtOpen: string
    readonly doubtClosed: (reason: string) => string
    readonly contrary: string
    readonly own: string
  }
  readonly signing: {
    readonly none: string
    readonly recommend: string
    readonly basis: (count: number) => string
    readonly warn: (word: string) => string
    readonly waits: (name: string) => string
    readonly mine: string
    readonly void: string
    readonly second: string
    readonly secondHint: string
    readonly kinds: Labels<"recommendation" | "split" | "lowering" | "letter-withdrawal" | "code-link">
    readonly signed: (first: string, second: string) => string
    readonly changed: string
    readonly letters: string
    readonly make: string
  }
  readonly mailbox: {
    readonly none: string
    readonly asker: string
    readonly desk: (name: string) => string
    readonly unvouched: string
    readonly notSent: string
    readonly unreadable: string
    readonly reply: string
    readonly hint: string
    readonly status: string
    readonly keepStatus: string
    readonly nextLook: string
    readonly send: string
    readonly sent: string
    readonly addition: string
  }
  readonly askers: {
    readonly none: string
    readonly theyKnow: Labels<"yes" | "no" | "unknown">
    readonly mayKnow: Labels<"agreed" | "own-words-only">
    readonly how: string
    readonly when: string
    readonly neverSay: string
    readonly answered: (when: string) => string
    readonly notAnswered: string
  }
  readonly consents: {
    readonly confirmed: (by: string, on: string) => string
    readonly second: string
    readonly none: string
    readonly withdrawn: (when: string) => string
    readonly until: (when: string) => string
    readonly reported: string
    readonly by: (who: string, how: string) => string
  }
  readonly files: {
    readonly none: string
    readonly open: string
    readonly close: string
    readonly opening: string
    readonly strange: string
    readonly failed: string
    readonly pageOf: (page: number, of: number) => string
    readonly before: string
    readonly after: string
    readonly add: string
    readonly addHint: string
    readonly caption: string
    readonly fromAsker: string
    readonly fromMember: string
    readonly bind: string
    readonly size: (bytes: number) => string
    readonly zoomIn: string
    readonly zoomOut: string
    readonly zoomed: (percent: number) => string
    readonly turn: string
    readonly workingCopy: string
    readonly workingHint: string
    readonly original: string
    readonly originalWarning: string
    readonly originalGo: string
    readonly whys: Labels<"damaged" | "too-large" | "too-long" | "locked" | "stopped">
    readonly cut: string
    readonly readAs: (encoding: string) => string
    readonly firstBytes: string
  }
  readonly tasks: {
    readonly none: string
    readonly noQuestions: string
    readonly done: string
    readonly asked: string
    readonly hold: (until: string, why: string) => string
    readonly lift: string
    readonly due: (when: string) => string
    /** A hold whose day has come. */
    readonly waited: (until: string, why: string) => string
    readonly take: string
    readonly hand: string
    readonly layBack: string
    readonly nobody: string
    readonly undo: string
    /** The reason that stands in the log. */
    readonly undone: string
    readonly doneLately: string
    readonly doneBy: (name: string, when: string) => string
  }
  readonly compartments: CompartmentWords
  readonly journey: { readonly none: string; readonly answered: string }
  readonly letters: {
    readonly title: string
    readonly lead: string
    readonly none: string
    readonly published: string
    readonly publishedHint: string
    readonly number: string
    readonly kind: string
    readonly status: string
    readonly states: Labels<"issued" | "replaced" | "withdrawn">
    readonly replacedBy: (number: string) => string
    readonly making: string
    readonly made: (number: string) => string
    readonly preview: string
    readonly download: (language: string) => string
    readonly languages: Labels<"en" | "fr" | "ru">
    readonly issuer: string
    readonly refused: (at: string) => string
    readonly wordOfDecision: string
    readonly issue: string
    readonly issueHint: string
    readonly draft: string
  }
  readonly proposals: {
    readonly title: string
    readonly lead: string
    readonly none: string
    readonly fresh: Labels<"referral" | "note">
    readonly people: (count: number) => string
    readonly sentOn: (day: string) => string
    readonly answered: (count: number, of: number) => string
    readonly candidates: string
    readonly passing: string
    readonly lacking: string
    readonly noPassing: string
    readonly noLacking: string
    readonly lacks: string
    readonly add: string
    readonly drop: string
    readonly rows: string
    readonly rowsHint: string
    readonly noRows: string
    readonly freeze: string
    readonly freezeHint: string
    readonly second: string
    readonly secondMine: string
    readonly release: string
    readonly releaseHint: string
    readonly released: (number: string) => string
    readonly papers: string
    readonly papersHint: string
    readonly paper: Labels<"referral" | "note" | "annex">
    readonly asPdf: string
    readonly asDocx: string
    readonly sent: string
    readonly sentHint: string
    readonly sentNumber: string
    readonly sentDay: string
    readonly scan: string
    readonly sentSave: string
    readonly answers: string
    readonly answer: string
    readonly answerOn: string
    readonly answerSave: string
    readonly silence: (days: number) => string
    readonly noSilence: string
    readonly recall: string
    readonly recalled: string
    readonly columns: Labels<AnnexKey>
    readonly note: Labels<"place" | "from" | "to" | "marking" | "replyBy" | "draft" | "contact" | "annex">
    readonly defaults: Labels<"place" | "from" | "to" | "marking" | "canadaTo" | "issuer">
    readonly steps: string
    readonly done: string
  }
}
