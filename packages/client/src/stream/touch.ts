// A touch travels beside the payload inside the seal: `{does, v, id, at, input, touch}`. It is taken off and checked where the line is
// opened, so that a fold learns only by what the line was signed.
import { Assertion, type CertifiedPasskey, approvalChallenge, checkAssertion } from "@safe-conduct/sealing/verify"
import { Hash, type Head, type Id } from "@safe-conduct/wire"
import * as v from "valibot"
import type { Inside } from "../member/inside.ts"
import { type Refusal, type Result, no, ok } from "../result.ts"

const Place = v.object({ seq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), hash: Hash })
export const Touch = v.strictObject({
  ...Assertion.entries,
  /** The state of the members stream under which the passkey counts. */
  members: Place,
})
export type Touch = v.InferOutput<typeof Touch>

/** What an approval says of itself, in a case, in a proposal, or under a purge; no other act takes a touch. */
const Approval = v.object({ does: v.picklist(["approve", "approve-purge"]), input: v.object({ entry: Hash, saw: Place }) })

/** What a vault reads of people in the members stream. Read on, where that is needed, before it answers. */
export interface People {
  readonly stream: Id
  /** To the server's head; who asks while it is being read gets the same answer. */
  read(): Promise<Result<boolean>>
  /** Whoever the directory names at `seq` has been named here too. */
  reach(seq: number): Promise<Result<null>>
  /** Her passkey as the members stream stood at this head; null where it was not hers there, or the head is none of that stream. */
  passkey(member: string, credential: string, head: Head): Promise<Result<CertifiedPasskey | null>>
}

/** The payload without its touch; a line of any other shape is left as it came. */
export function withoutTouch(plain: unknown): { readonly plain: unknown; readonly touch: unknown } {
  if (typeof plain !== "object" || plain === null || !("touch" in plain)) return { plain, touch: undefined }
  const { touch, ...rest } = plain
  return { plain: rest, touch }
}

export interface Touched {
  readonly stream: Id
  readonly by: Id
  readonly plain: unknown
}

/** Null when it was touched for this approval by a passkey of hers. A result that is not ok means that it cannot be known yet. */
export async function touchRefusal(inside: Inside, line: Touched, given: unknown): Promise<Result<Refusal | null>> {
  const touch = v.safeParse(Touch, given)
  const approval = v.safeParse(Approval, line.plain)
  if (!touch.success || !approval.success || inside.people === null) return ok(wrongTouch())
  const { members, ...assertion } = touch.output
  const passkey = await inside.people.passkey(line.by, assertion.credential, members)
  if (!passkey.ok) return passkey
  if (passkey.value === null) return ok(no("passkey-not-certified", "This passkey is not one that the member certified.").refusal)
  const { entry, saw } = approval.output.input
  const challenge = approvalChallenge({ desk: inside.desk, stream: line.stream, entry, saw, member: line.by })
  return ok(await checkAssertion(challenge, passkey.value, assertion))
}

const wrongTouch = (): Refusal => no("touch-unreadable", "The passkey's answer cannot be read.").refusal
