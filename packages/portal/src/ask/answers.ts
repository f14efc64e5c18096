// Everything a person may answer, exactly as typed. It becomes a request only when it is checked and sent.
import { noDay, type TypedDay } from "@safe-conduct/ui/typed-day.ts"
import type { activityKinds, Asking, dangerKinds, Relation, whereKinds } from "@safe-conduct/domain/request"
import type { Language } from "@safe-conduct/words/choose.ts"

type Or<T> = T | ""
export type YesNo = "yes" | "no" | "unknown"

export interface PersonAnswers {
  readonly surname: string
  readonly given: string
  readonly patronymic: string
  readonly latinSurname: string
  readonly latinGiven: string
  readonly aNumber: string
  readonly born: TypedDay
  readonly relation: Or<Relation>
  readonly where: Or<(typeof whereKinds)[number]>
  readonly facility: string
  readonly state: string
  readonly since: TypedDay
  readonly health: string
}

export interface ActivityAnswers {
  readonly kind: Or<(typeof activityKinds)[number]>
  readonly what: string
  readonly when: TypedDay
  readonly where: string
}

export interface FileAnswers {
  readonly name: string
  readonly type: string
  readonly size: number
  readonly caption: string
  /** Place among the activities; null for the whole request. */
  readonly activity: number | null
  /** The browser's own handle; gone after a reload, and never part of a kept draft. */
  readonly file: File | null
}

export interface Answers {
  readonly asking: Or<Asking>
  readonly askerName: string
  readonly relation: string
  readonly language: Language
  readonly people: readonly PersonAnswers[]
  readonly orderExists: Or<YesNo>
  readonly orderOn: TypedDay
  readonly removal: TypedDay
  readonly hearingKind: Or<"master" | "individual" | "bond" | "other">
  readonly hearingOn: TypedDay
  readonly hearingTime: string
  readonly happening: string
  readonly mayContact: Or<"yes" | "no">
  readonly contactHow: string
  readonly contactWhen: string
  readonly neverSay: string
  readonly theyKnow: Or<YesNo>
  readonly hasLawyer: Or<YesNo>
  readonly lawyerName: string
  readonly lawyerContact: string
  readonly lawyerFor: string
  readonly dangerKind: Or<(typeof dangerKinds)[number]>
  readonly dangerAt: string
  readonly dangerText: string
  readonly wake: boolean
  readonly activities: readonly ActivityAnswers[]
  readonly fears: string
  readonly entryHow: Or<"cbp-one" | "other-port" | "between-ports" | "visa" | "unknown">
  readonly entryOn: TypedDay
  readonly message: string
  readonly askedBefore: boolean
  readonly intake: boolean
  readonly files: readonly FileAnswers[]
}

export const noPerson: PersonAnswers = {
  surname: "",
  given: "",
  patronymic: "",
  latinSurname: "",
  latinGiven: "",
  aNumber: "",
  born: noDay,
  relation: "",
  where: "",
  facility: "",
  state: "",
  since: noDay,
  health: "",
}
export const noActivity: ActivityAnswers = { kind: "", what: "", when: noDay, where: "" }

export const noAnswers = (language: Language): Answers => ({
  asking: "",
  askerName: "",
  relation: "",
  language,
  people: [noPerson],
  orderExists: "",
  orderOn: noDay,
  removal: noDay,
  hearingKind: "",
  hearingOn: noDay,
  hearingTime: "",
  happening: "",
  mayContact: "",
  contactHow: "",
  contactWhen: "",
  neverSay: "",
  theyKnow: "",
  hasLawyer: "",
  lawyerName: "",
  lawyerContact: "",
  lawyerFor: "",
  dangerKind: "",
  dangerAt: "",
  dangerText: "",
  wake: false,
  activities: [],
  fears: "",
  entryHow: "",
  entryOn: noDay,
  message: "",
  askedBefore: false,
  intake: false,
  files: [],
})
