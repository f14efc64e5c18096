// The dated events of a removal proceeding, as people report them: one schema a type, closed to unknown keys, because
// a misspelt key silently dropped could hide a stay. Views are computed from these; nothing here is a conclusion.
import * as v from "valibot"
import { DateOrInstant, InstantText, PlainDate } from "../time/index.ts"

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const usState = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, "bad-state"))
const scope = v.pipe(v.string(), v.regex(/^[A-Z][A-Z_]*(\([^()]{1,80}\))?$/, "bad-scope"))

/** `false`: said, and not yet seen on paper or in the government's own system. */
const seen = v.optional(v.boolean())
const on = { on: PlainDate, seen }
const at = { at: DateOrInstant, seen }
const custody = { ...at, facility: v.optional(text), state: v.optional(usState), staging: v.optional(v.boolean()) }

export const Outcome = v.picklist([
  "DENIED_REMOVAL",
  "IN_ABSENTIA",
  "GRANT_ASYLUM",
  "GRANT_WITHHOLDING",
  "GRANT_CAT",
  "VOLUNTARY_DEPARTURE",
  "TERMINATED",
])
export type Outcome = v.InferOutput<typeof Outcome>

/** What a lawyer was taken on for. */
export const CounselFor = v.picklist(["all", "trial", "appeal", "custody"])
export type CounselFor = v.InferOutput<typeof CounselFor>

export const eventSchemas = {
  "parole.poe": v.strictObject({ type: v.literal("parole.poe"), ...on }),
  "custody.detained": v.strictObject({ type: v.literal("custody.detained"), ...custody }),
  "custody.moved": v.strictObject({ type: v.literal("custody.moved"), ...custody }),
  "custody.released": v.strictObject({ type: v.literal("custody.released"), ...custody }),
  "custody.confirmed": v.strictObject({
    type: v.literal("custody.confirmed"),
    ...custody,
    how: v.optional(v.picklist(["locator", "counsel", "family", "call"])),
  }),
  "custody.not-found": v.strictObject({
    type: v.literal("custody.not-found"),
    ...at,
    how: v.optional(v.picklist(["locator", "counsel", "family", "call"])),
  }),
  "cf.determination": v.strictObject({ type: v.literal("cf.determination"), ...on, result: v.picklist(["negative", "positive"]) }),
  "cf.ij-review": v.strictObject({ type: v.literal("cf.ij-review"), ...on, result: v.picklist(["affirmed", "vacated"]) }),
  "ij.decision": v.strictObject({
    type: v.literal("ij.decision"),
    ...on,
    form: v.optional(v.picklist(["oral", "written"])),
    outcome: Outcome,
    appeal: v.optional(v.picklist(["reserved", "waived"])),
  }),
  "dhs.appeal-waived": v.strictObject({ type: v.literal("dhs.appeal-waived"), ...on }),
  "bia.appeal-received": v.strictObject({ type: v.literal("bia.appeal-received"), ...on }),
  "bia.briefing-schedule": v.strictObject({ type: v.literal("bia.briefing-schedule"), ...on }),
  "bia.decision": v.strictObject({
    type: v.literal("bia.decision"),
    ...on,
    outcome: v.picklist(["dismissed", "remanded", "sustained"]),
  }),
  "motion.filed": v.strictObject({
    type: v.literal("motion.filed"),
    ...on,
    kind: v.picklist(["reopen", "reconsider", "rescind-in-absentia"]),
  }),
  "court.petition-filed": v.strictObject({ type: v.literal("court.petition-filed"), ...on }),
  "court.stay-ordered": v.strictObject({ type: v.literal("court.stay-ordered"), ...on, until: v.optional(DateOrInstant) }),
  "court.stay-denied": v.strictObject({ type: v.literal("court.stay-denied"), ...on }),
  "court.stay-ended": v.strictObject({ type: v.literal("court.stay-ended"), ...on }),
  "court.final-order": v.strictObject({ type: v.literal("court.final-order"), ...on, stayedRemoval: v.boolean() }),
  "court.order": v.strictObject({
    type: v.literal("court.order"),
    ...on,
    kind: v.picklist(["no-removal", "no-transfer", "temporary-stay"]),
    until: v.optional(DateOrInstant),
  }),
  "habeas.filed": v.strictObject({ type: v.literal("habeas.filed"), ...on }),
  "admin-stay.requested": v.strictObject({ type: v.literal("admin-stay.requested"), ...on }),
  "third-country.notice": v.strictObject({
    type: v.literal("third-country.notice"),
    at: InstantText,
    seen,
    country: v.optional(text),
    exigent: v.optional(v.boolean()),
  }),
  "travel-document": v.strictObject({ type: v.literal("travel-document"), ...on, heldBy: v.picklist(["ice", "person", "none"]) }),
  "consular-interview": v.strictObject({ type: v.literal("consular-interview"), ...at }),
  "removal.scheduled": v.strictObject({
    type: v.literal("removal.scheduled"),
    ...at,
    confidence: v.optional(v.picklist(["confirmed", "reported", "rumoured"])),
  }),
  "removal.called-off": v.strictObject({ type: v.literal("removal.called-off"), ...at }),
  removed: v.strictObject({ type: v.literal("removed"), ...at, to: v.optional(text) }),
  "consent.oral": v.strictObject({ type: v.literal("consent.oral"), ...at, scope }),
  "consent.written": v.strictObject({ type: v.literal("consent.written"), ...at, scope }),
  "hearing.scheduled": v.strictObject({
    type: v.literal("hearing.scheduled"),
    ...at,
    kind: v.picklist(["master", "individual", "bond", "child-custody"]),
  }),
  "check-in.scheduled": v.strictObject({ type: v.literal("check-in.scheduled"), ...at }),
  "counsel.entered": v.strictObject({ type: v.literal("counsel.entered"), ...on, for: CounselFor }),
  "counsel.left": v.strictObject({ type: v.literal("counsel.left"), ...on, for: CounselFor }),
  "canada.entry": v.strictObject({ type: v.literal("canada.entry"), ...on }),
  "protection.conferred": v.strictObject({ type: v.literal("protection.conferred"), ...on }),
  // Beyond the common list: triggers and filings that rules of the law name and nothing above can say.
  "address.changed": v.strictObject({ type: v.literal("address.changed"), ...on }),
  "country.inquiry": v.strictObject({ type: v.literal("country.inquiry"), ...on, country: v.optional(text) }),
  "country.replied": v.strictObject({ type: v.literal("country.replied"), ...on, country: v.optional(text) }),
  "file.last-used": v.strictObject({ type: v.literal("file.last-used"), ...on }),
  "filing.made": v.strictObject({ type: v.literal("filing.made"), ...on, rule: text }),
} as const

export type EventType = keyof typeof eventSchemas
export type EventOf<T extends EventType> = v.InferOutput<(typeof eventSchemas)[T]>
export type ProceedingEvent = { [T in EventType]: EventOf<T> }[EventType]

export const eventTypes = Object.keys(eventSchemas) as readonly EventType[]
export const isEventType = (type: unknown): type is EventType => typeof type === "string" && Object.hasOwn(eventSchemas, type)

const unknownEvent = v.object(
  {
    type: v.pipe(
      v.string(),
      v.check((type) => isEventType(type), "unknown-event-type"),
    ),
  },
  "not-an-event",
)

/** Any event, for a case's own records: by its type first, so that a fault is told of the right shape. */
export const ProceedingEvent = v.lazy((input) => {
  const type = (input as { type?: unknown } | null | undefined)?.type
  return (isEventType(type) ? eventSchemas[type] : unknownEvent) as v.GenericSchema<unknown>
}) as unknown as v.GenericSchema<ProceedingEvent, ProceedingEvent>

/** Said and not yet seen. Everything not marked so counts as seen. */
export const isSeen = (event: { readonly seen?: boolean | undefined }): boolean => event.seen !== false

/** These speak of what will be; everything else tells what has been, and cannot lie in the future. */
const ahead = new Set<EventType>(["consular-interview", "removal.scheduled", "hearing.scheduled", "check-in.scheduled"])
export const speaksOfTheFuture = (type: EventType): boolean => ahead.has(type)

/** The day or moment an event carries, whatever its key. */
export const whenOf = (event: ProceedingEvent): DateOrInstant => ("on" in event ? event.on : event.at)
