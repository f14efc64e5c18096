// Approving with a touch: what the authenticator is asked, and its answer checked here before it is sealed beside the approval.
import { approvalChallenge } from "@safe-conduct/sealing/verify"
import { passkeysOf } from "@safe-conduct/domain/members"
import { type Hash, type Id, fromBase64 } from "@safe-conduct/wire"
import { type Result, ok } from "../result.ts"
import { type Touch, touchRefusal } from "../stream/touch.ts"
import type { Core } from "./core.ts"
import type { ApprovalAsk, PasskeyTouch, Saw } from "./vault-port.ts"

/** `rpId`: the host name of the page that asks; passkeys made elsewhere do not answer there. */
export function approvalAsk(
  core: Core,
  of: { readonly stream: string; readonly entry: string; readonly saw: Saw },
  rpId: string,
): ApprovalAsk {
  const { desk, member } = core.inside
  const saw = { seq: of.saw.seq, hash: of.saw.hash as Hash }
  return {
    challenge: approvalChallenge({ desk, stream: of.stream as Id, entry: of.entry as Hash, saw, member }),
    credentials: passkeysOf(core.members.folded().state, member).flatMap((row) => (row.rpId === rpId ? [fromBase64(row.credential)] : [])),
  }
}

/** The touch as it will stand in the entry; a refusal says why it would not count. */
export async function touchOf(
  core: Core,
  of: { readonly stream: string; readonly entry: string; readonly saw: Saw },
  given: PasskeyTouch | undefined,
): Promise<Result<Touch | undefined>> {
  if (given === undefined) return ok(undefined)
  const { seq, hash } = core.members.folded()
  const touch: Touch = { ...given, members: { seq, hash: hash as Hash } }
  const plain = { does: "approve", input: { entry: of.entry, saw: of.saw } }
  const refused = await touchRefusal(core.inside, { stream: of.stream as Id, by: core.inside.member, plain }, touch)
  if (!refused.ok) return refused
  return refused.value === null ? ok(touch) : { ok: false, refusal: refused.value }
}
