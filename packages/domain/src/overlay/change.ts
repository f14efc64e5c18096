// What two members may change of the programme's law without a release: the status of a rule, the steps of a playbook, a notice, a
// sentence for replies, which places are staging sites, and when somebody is on duty. Each change says what it rests on.
import * as v from "valibot"
import { urgencyTriggers, type UrgencyTrigger } from "../clock/urgency.ts"
import { SetRota } from "../register/actions/set-rota.ts"
import { Id } from "../stream/line.ts"
import { PlainDate } from "../time/index.ts"

const text = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1, "text-missing"), v.maxLength(longest, "too-long"))
const Words3 = v.strictObject({ en: text(2_000), fr: text(2_000), ru: text(2_000) })

export const ruleStatuses = ["PROPOSED", "IN_FORCE", "STAYED", "ENJOINED", "VACATED", "REPEALED"] as const
export const playbookOwners = ["caseworker", "counsel", "liaison", "intake", "asker", "verifier"] as const
const triggers = Object.keys(urgencyTriggers) as [UrgencyTrigger, ...UrgencyTrigger[]]

const RuleChange = v.strictObject({
  what: v.literal("rule"),
  rule: v.pipe(v.string(), v.regex(/^[A-Z0-9][A-Z0-9._]{1,63}$/, "rule-malformed")),
  status: v.picklist(ruleStatuses),
  /** Absent: as it was. A rule that ends on a day keeps binding those whose trigger came before. */
  effectiveFrom: v.optional(v.nullable(PlainDate)),
  effectiveTo: v.optional(v.nullable(PlainDate)),
  source: text(500),
  verifiedOn: PlainDate,
})
const PlaybookChange = v.strictObject({
  what: v.literal("playbook"),
  trigger: v.picklist(triggers),
  steps: v.pipe(
    v.array(
      v.strictObject({
        id: Id,
        owner: v.picklist(playbookOwners),
        withinHours: v.pipe(v.number(), v.minValue(0), v.maxValue(24 * 90)),
        words: Words3,
      }),
    ),
    v.maxLength(30, "too-many"),
  ),
})
const NoticeChange = v.strictObject({
  what: v.literal("notice"),
  where: v.picklist(["desk", "portal"]),
  /** null takes it down. */
  text: v.nullable(Words3),
  until: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
})
const SnippetChange = v.strictObject({ what: v.literal("snippet"), snippet: Id, text: v.nullable(Words3) })
const StagingChange = v.strictObject({
  what: v.literal("staging"),
  /** A code of the list of places. */
  facility: v.pipe(v.string(), v.regex(/^[A-Z0-9]{2,12}$/, "facility-malformed")),
  staging: v.boolean(),
  source: text(500),
})
/** The week of duty whole: it takes the place of the one before, as `set-rota` does. */
const DutyHoursChange = v.strictObject({ what: v.literal("duty-hours"), ...SetRota.entries })

export const LawChange = v.variant("what", [RuleChange, PlaybookChange, NoticeChange, SnippetChange, StagingChange, DutyHoursChange])
export type LawChange = v.InferOutput<typeof LawChange>
export type ChangeOf<What extends LawChange["what"]> = Extract<LawChange, { readonly what: What }>

/** What a change is about: a later one about the same thing takes its place. */
export function subjectOf(change: LawChange): string {
  if (change.what === "rule") return `rule ${change.rule}`
  if (change.what === "playbook") return `playbook ${change.trigger}`
  if (change.what === "notice") return `notice ${change.where}`
  if (change.what === "snippet") return `snippet ${change.snippet}`
  if (change.what === "staging") return `staging ${change.facility}`
  return change.what
}
