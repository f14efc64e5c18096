// What travels in the two streams of a mailbox after its genesis. The code asks and never decides: each body is a wish or a reply.
import * as v from "valibot"
import { ConsentScope } from "../consent/scope.ts"
import { PlainDate } from "../time/plain-date.ts"
import { Hash } from "../stream/line.ts"
import { SealedFile } from "./file.ts"
import { requestLimits as limit } from "./limits.ts"
import { Phrase } from "./phrase.ts"
import { Request } from "./request.ts"
import { Activity, AddedPerson, Contact, Danger, Fears, RequestEntry, RequestHearing, RequestOrder, RequestText } from "./step.ts"

const files = v.optional(v.pipe(v.array(SealedFile), v.maxLength(limit.files, "too-many")), [])
const recipient = v.pipe(v.string(), v.startsWith("age1", "recipient-malformed"), v.maxLength(4_000, "too-long"))

/** Facts added after the first sending; nothing here changes what was sent before. */
export const Addition = v.strictObject({
  danger: v.optional(Danger),
  people: v.optional(v.pipe(v.array(AddedPerson), v.maxLength(limit.people, "too-many"))),
  order: v.optional(RequestOrder),
  hearing: v.optional(RequestHearing),
  entry: v.optional(RequestEntry),
  activities: v.optional(v.pipe(v.array(Activity), v.maxLength(limit.activities, "too-many"))),
  fears: v.optional(Fears),
})
export type Addition = v.InferOutput<typeof Addition>

/** The request itself, with one manifest line for each of its files in the same order, and where replies are sealed to. */
export const RequestBody = v.strictObject({
  v: v.literal(1),
  kind: v.literal("request"),
  request: Request,
  files,
  replyTo: v.optional(recipient),
  /** It came on paper and a member wrote it here: under which certificate, and the hash of the file that came. */
  paper: v.optional(v.strictObject({ number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), digest: Hash })),
})

export type RequestBody = v.InferOutput<typeof RequestBody>

export const MessageBody = v.strictObject({
  v: v.literal(1),
  kind: v.literal("message"),
  text: RequestText,
  files,
  addition: v.optional(Addition),
  wake: v.optional(v.boolean()),
})

/** Halts disclosure at once; what was already sent cannot be unsent, and the desk is given a task. */
export const WithdrawConsentBody = v.strictObject({
  v: v.literal(1),
  kind: v.literal("withdraw-consent"),
  scope: v.union([ConsentScope, v.literal("ALL")], "not-one-of"),
  /** Place in the request's people; absent: the asker's own or all. */
  person: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  text: v.optional(RequestText),
})

/** Waits until confirmed by a path recorded earlier: whoever took the code could ask the same. */
export const ChangeContactBody = v.strictObject({
  v: v.literal(1),
  kind: v.literal("change-contact"),
  contact: Contact,
  text: v.optional(RequestText),
})

export const ForgetMeBody = v.strictObject({ v: v.literal(1), kind: v.literal("forget-me"), text: v.optional(RequestText) })

/** Something that the desk has is wrong. It stays as it is until somebody who was known before says so too. */
export const CorrectBody = v.strictObject({
  v: v.literal(1),
  kind: v.literal("correct"),
  person: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  text: RequestText,
})

/** "My words were said over a telephone": whoever listened has them too. It cannot be taken back. */
export const SpokenBody = v.strictObject({ v: v.literal(1), kind: v.literal("spoken") })

export const AskBody = v.variant("kind", [
  RequestBody,
  MessageBody,
  WithdrawConsentBody,
  ChangeContactBody,
  ForgetMeBody,
  CorrectBody,
  SpokenBody,
])
export type AskBody = v.InferOutput<typeof AskBody>
export type AskBodyInput = v.InferInput<typeof AskBody>

export const mailboxStatuses = [
  "received",
  "opened",
  "in-verification",
  "with-counsel",
  "finding-made",
  "proposed",
  "transfer-planned",
  "arrived",
  "closed",
  "need-from-you",
] as const
export const MailboxStatus = v.picklist(mailboxStatuses)
export type MailboxStatus = (typeof mailboxStatuses)[number]

/** A reply never carries a staff name. `sealTo`: from now on seal to the case's roster. `caseWord`: for callers in detention. */
export const ReplyBody = v.strictObject({
  v: v.literal(1),
  kind: v.literal("reply"),
  text: RequestText,
  status: v.optional(MailboxStatus),
  sealTo: v.optional(recipient),
  caseWord: v.optional(v.pipe(v.string(), v.maxLength(80, "too-long"))),
  nextLook: v.optional(PlainDate),
})

export const StatusBody = v.strictObject({
  v: v.literal(1),
  kind: v.literal("status"),
  status: MailboxStatus,
  nextLook: v.optional(PlainDate),
})

/** One of the fixed sentences: for a code that others may have heard, and for one that was replaced. */
export const PhraseBody = v.strictObject({
  v: v.literal(1),
  kind: v.literal("phrase"),
  phrase: Phrase,
  status: v.optional(MailboxStatus),
  sealTo: v.optional(recipient),
})

export const AnswerBody = v.variant("kind", [ReplyBody, StatusBody, PhraseBody])
export type AnswerBody = v.InferOutput<typeof AnswerBody>
export type AnswerBodyInput = v.InferInput<typeof AnswerBody>
