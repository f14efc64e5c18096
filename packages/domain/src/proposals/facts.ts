// What was checked about a candidate in her own case before she was put into a proposal. Hashes of entries, never their content:
// whoever reads the case can follow them, whoever reads only the proposal learns nothing more.
import * as v from "valibot"
import { ConsentScope } from "../consent/scope.ts"
import { Hash, Id, StreamId } from "../stream/line.ts"

export const CandidateFacts = v.strictObject({
  /** The entry in her case by which a second member approved the finding. */
  finding: Hash,
  /** Under the policy's age: a guardian speaks for her. */
  minor: v.optional(v.boolean(), false),
  consents: v.pipe(
    v.array(
      v.strictObject({
        scope: ConsentScope,
        id: Id,
        entry: Hash,
        givenBy: v.picklist(["person", "guardian", "independent-representative"]),
      }),
    ),
    v.maxLength(100, "too-many"),
  ),
  family: v.strictObject({
    state: v.picklist(["COMPLETE", "PARTIAL_CONSENTED", "SPLIT_PENDING", "BLOCKED_CUSTODY", "BLOCKED_CONSENT"]),
    /** The approval of a reasoned split, where not all go. */
    split: v.optional(Hash),
  }),
  /** The mailboxes that name her: each guarded, so that a withdrawal stored there is always seen first. */
  asks: v.pipe(v.array(StreamId), v.maxLength(20, "too-many")),
})
export type CandidateFacts = v.InferOutput<typeof CandidateFacts>

export const CandidateRow = v.record(
  v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/, "key-malformed")),
  v.union([v.string(), v.pipe(v.number(), v.safeInteger()), v.boolean()]),
)
