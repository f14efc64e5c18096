// The words of the desk's shell: signing in, Today, the tray, the list, members, the trial. A gap in any language does not compile.
import type { UrgencyTrigger } from "@safe-conduct/domain/clock"
import type { Role } from "@safe-conduct/domain/evidence"
import type { SameReason } from "@safe-conduct/domain/person"
import type { Language } from "../choose.ts"
import type { DutyWords } from "./duty/index.ts"
import type { ShiftWords } from "./shift/index.ts"
import type { JunkWords } from "./junk/index.ts"
import type { CodeWords } from "./code/index.ts"
import type { KeysWords } from "./keys/index.ts"
import type { LawWords } from "./law/index.ts"
import type { RosterWords } from "./rosters/index.ts"
import type { PaperWords } from "./paper/index.ts"
import type { PurgeWords } from "./purge/index.ts"
import type { RecoveryWords } from "./recovery/index.ts"
import type { KitWords } from "./kit/index.ts"
import type { CourseWords } from "./course/index.ts"
import type { CallWords } from "./call/index.ts"
import type { RollWords } from "./roll/index.ts"
import type { RoundWords } from "./round/index.ts"
import type { MapWords } from "./map/index.ts"

type Labels<K extends string> = Readonly<Record<K, string>>
/** `count` written as the language writes it, with its noun. */
type Counted = (count: number) => string

export type Level = "E" | "U" | "H" | "N"
export type Danger = "flight" | "told-to-pack" | "moved" | "other"
export type Asking = "self" | "relative" | "lawyer" | "organisation"
export type Page = "today" | "tray" | "cases" | "proposals" | "letters" | "members" | "about"
export type DirectoryNews =
  | "member-added"
  | "member-removed"
  | "intake-rotated"
  | "reply-rotated"
  | "paper-rotated"
  | "admins-set"
  | "recovery-set"
  | "passkey-added"
  | "passkey-retired"
export type TrialStep = "join" | "date" | "refused" | "second" | "finding"

export interface DeskWords {
  readonly language: Language
  readonly code: CodeWords
  readonly keys: KeysWords
  readonly paper: PaperWords
  readonly purge: PurgeWords
  readonly duty: DutyWords
  readonly shift: ShiftWords
  readonly junk: JunkWords
  readonly rosters: RosterWords
  readonly recovery: RecoveryWords
  readonly course: CourseWords
  readonly kit: KitWords
  readonly call: CallWords
  readonly roll: RollWords
  readonly round: RoundWords
  readonly map: MapWords
  readonly law: LawWords
  readonly app: {
    readonly product: string
    readonly desk: string
    readonly skip: string
    readonly menu: string
    readonly pages: Labels<Page>
    readonly search: string
    readonly searchAll: string
    readonly searchEmpty: string
    readonly searchHint: string
    readonly signOut: string
    readonly languages: string
    readonly theme: string
    readonly themes: Labels<"system" | "light" | "dark">
    readonly loading: string
    readonly close: string
    readonly cancel: string
    readonly back: string
    readonly copy: string
    readonly copied: string
    /** The address of a desk on one's own machine, used a second time. */
    readonly doorClosed: string
    readonly notLoaded: string
    /** Something threw that should not have. */
    readonly broken: string
    readonly refused: string
    /** `ago`: "4 seconds ago". */
    readonly reached: (ago: string) => string
    readonly notReached: (ago: string) => string
    readonly neverReached: string
    readonly alarms: Counted
    readonly alarmsMore: string
    readonly logAlarm: {
      readonly title: string
      /** `name`: whose word on the log does not fit. */
      readonly what: Readonly<Record<"forked" | "behind" | "receipt-missing" | "unsigned", (name: string) => string>>
      readonly advice: string
    }
    readonly help: string
    readonly keys: readonly (readonly [keys: string, does: string])[]
    readonly wake: string
  }
  readonly time: {
    readonly hours: Counted
    readonly days: Counted
    readonly minutes: Counted
    readonly hoursShort: (count: number) => string
    readonly daysShort: (count: number) => string
    readonly past: string
    readonly today: string
    readonly tomorrow: string
    readonly there: string
    readonly here: string
    readonly people: Counted
    readonly files: Counted
    readonly messages: Counted
  }
  readonly signIn: {
    readonly title: string
    readonly lede: string
    readonly passphrase: string
    readonly hint: string
    readonly counted: (count: number) => string
    readonly show: string
    readonly go: string
    readonly working: string
    readonly workingMore: string
    readonly failed: string
    readonly since: string
    readonly news: Readonly<Record<DirectoryNews, (name: string) => string>>
    readonly newsBy: (names: string) => string
    readonly goOn: string
    readonly unnamed: string
    readonly trialTitle: string
    readonly trialText: string
    readonly orWords: string
    readonly fresh: string
    readonly freshText: string
    readonly freshGo: string
    readonly freshWords: string
    readonly freshClaim: string
    readonly freshCompare: string
    readonly root: string
  }
  readonly today: {
    readonly title: string
    readonly flight: (when: string, place: string) => string
    readonly flightOurs: Counted
    readonly flightNobody: string
    /** `count` cases stand as they were told last time. */
    readonly unread: (count: number) => string
    readonly soFar: (count: number) => string
    readonly stillReading: string
    readonly confidence: Labels<"rumoured" | "reported" | "confirmed">
    readonly emergencies: string
    readonly emergenciesNone: string
    readonly fresh: string
    readonly freshNone: string
    readonly looks: string
    readonly looksNone: string
    readonly looksMore: Counted
    readonly neverLooked: string
    readonly signatures: string
    readonly signaturesNone: string
    readonly signatureBy: (name: string) => string
    readonly signatureMine: string
    readonly signatureYours: string
    readonly signatureVoid: string
    readonly replies: string
    readonly repliesNone: string
    readonly unopened: (hours: string) => string
    readonly requests: string
    readonly requestsNone: string
    readonly duty: string
    readonly dutyNobody: string
    readonly dutyUntil: (when: string) => string
    readonly mine: string
    readonly elsewhere: Counted
    readonly empty: string
  }
  readonly row: {
    readonly levels: Labels<Level>
    readonly confirmed: (ago: string, how: string) => string
    readonly notConfirmed: string
    readonly kinds: Labels<"detained" | "free" | "foster-care" | "orr" | "unknown">
    readonly placeUnknown: string
    readonly how: Labels<"locator" | "counsel" | "family" | "call" | "person">
    readonly staging: string
    readonly counselFor: Labels<"all" | "trial" | "appeal" | "custody">
    readonly refusedClock: string
    readonly questions: Counted
    readonly nobodyFiles: string
    readonly noCounsel: string
    readonly noOwner: string
    readonly alone: string
    readonly next: (what: string, when: string) => string
    readonly last: (what: string, when: string) => string
    readonly missed: (what: string, when: string) => string
    readonly noDate: string
    readonly behind: string
    readonly closed: string
    readonly hoursLeft: string
    readonly born: string
    readonly aNumber: string
    /** Why a row counts the hours to a flight that the register names someone for. */
    readonly flight: Labels<"reported" | "confirmed">
    readonly triggers: Labels<UrgencyTrigger>
    /** What a rule of the programme asks to be done, as short as a row needs. */
    readonly acts: Readonly<Record<string, string>>
    readonly signing: Readonly<Record<string, string>>
  }
  readonly tray: {
    readonly title: string
    readonly waiting: Counted
    readonly empty: string
    readonly choose: string
    readonly asking: Labels<Asking>
    readonly danger: Labels<Danger>
    readonly wake: string
    readonly askedBefore: string
    readonly perhaps: (name: string) => string
    readonly unreadable: string
    readonly unreadableMore: string
    readonly request: string
    readonly asked: string
    readonly people: string
    readonly where: string
    readonly order: string
    readonly hearing: string
    readonly entry: string
    readonly activities: string
    readonly fears: string
    readonly contact: string
    readonly consents: string
    readonly message: string
    readonly files: string
    readonly fileGone: string
    readonly mail: string
    readonly opened: (day: string) => string
    readonly notOpened: string
    readonly unvouched: string
    readonly notSent: string
    readonly alike: string
    readonly alikeNone: string
    readonly worthALook: string
    readonly theirs: string
    readonly ours: string
    readonly score: (score: number) => string
    readonly reasons: Labels<SameReason>
    readonly makeCase: string
    readonly joinTo: (name: string) => string
    readonly joinOther: string
    readonly joinSearch: string
    readonly joined: string
    readonly toCase: string
    readonly reply: string
    readonly replyHint: string
    readonly replySend: string
    readonly replySent: string
    readonly answerClose: string
    readonly refer: string
    readonly decline: string
    readonly junk: string
    readonly why: string
    readonly whyHint: string
    readonly whyMissing: string
    readonly leave: string
    readonly left: string
    readonly raw: string
    /** Names of the request's own fields, by their key. */
    readonly fields: Readonly<Record<string, string>>
    readonly values: Readonly<Record<string, string>>
  }
  readonly list: {
    readonly title: string
    readonly find: string
    readonly shown: (shown: number, all: number) => string
    readonly none: string
    readonly empty: string
    readonly columns: Labels<
      "urgency" | "name" | "otherScript" | "aNumber" | "where" | "confirmed" | "counsel" | "next" | "owner" | "changed"
    >
    readonly sort: (column: string) => string
    readonly any: string
    readonly filterUrgency: string
    readonly filterOwner: string
    readonly filterPlace: string
    readonly mine: string
    readonly withClosed: string
    readonly newCase: string
    readonly newCaseTitle: string
    readonly newCaseText: string
    readonly surname: string
    readonly given: string
    readonly surnameLatin: string
    readonly givenLatin: string
    readonly born: string
    readonly bornHint: string
    readonly create: string
  }
  readonly members: {
    readonly title: string
    readonly lede: string
    readonly root: string
    readonly rootMore: string
    readonly name: string
    readonly roles: string
    readonly active: string
    readonly yes: string
    readonly no: string
    readonly admin: string
    readonly unnamed: string
    readonly roleNames: Labels<Role>
    readonly add: string
    readonly addText: string
    readonly claim: string
    readonly claimFirst: (name: string, roles: string, by: string) => string
    readonly claimFirstMore: string
    readonly claimMissing: string
    readonly claimWords: string
    readonly approvals: string
    readonly approvalsHint: string
    readonly addGo: string
    readonly added: string
    readonly pending: string
    readonly rename: string
    readonly saved: string
    readonly remove: string
    readonly removeSure: (name: string) => string
    readonly removeGo: string
    readonly removed: string
    readonly onlyAdmins: string
    readonly rotate: string
    readonly rotateText: string
    readonly rotateIntake: string
    readonly rotateReply: string
    readonly spentKeys: string
    readonly spentText: string
    readonly spentKey: (number: number, day: string, waiting: number) => string
    readonly spentPropose: string
    readonly spentSign: (name: string) => string
    readonly spentProposed: string
    readonly spentGone: string
    readonly rotated: string
    readonly removedKeys: string
    readonly removedSecond: string
    readonly removedNotYet: string
    readonly keyWhat: Labels<"intake" | "reply" | "paper">
    /** Why a key of the desk must be changed. `day`: its last one. */
    readonly keyDue: Readonly<Record<"ends" | "ended" | "left" | "set", (what: string, day: string) => string>>
  }
  readonly about: {
    readonly title: string
    readonly trial: string
    readonly protects: string
    readonly protectsList: readonly string[]
    readonly not: string
    readonly notList: readonly string[]
    readonly versions: string
    readonly version: string
    readonly desk: string
    readonly source: string
    readonly notices: string
  }
  readonly trial: {
    readonly strip: string
    readonly short: string
    readonly now: (name: string) => string
    readonly switchTo: string
    readonly switching: (name: string) => string
    readonly steps: string
    readonly step: Readonly<Record<TrialStep, { readonly title: string; readonly text: string }>>
    readonly hide: string
    readonly phone: string
    readonly phoneHide: string
    readonly phoneTitle: string
    readonly herWords: (name: string) => string
    readonly phoneText: string
    readonly server: string
    readonly serverTitle: string
    readonly serverText: string
    readonly serverSide: string
    readonly deskSide: string
    readonly serverChoose: string
    readonly rows: Counted
    readonly bytes: (count: number) => string
    readonly noise: string
    readonly nothing: string
  }
}
