// The recovery key among the desk's readers: certified by administrators as members are, then put into every stream one after another,
// so that what stands today can be restored too and not only what is written tomorrow.
import { recipientPrintOf, recoveryAt } from "@safe-conduct/sealing/verify"
import { Approval, Id, RecoveryCertificate, recoveryCertificateBytes } from "@safe-conduct/wire"
import * as v from "valibot"
import { parsed } from "../parsed.ts"
import { type Result, no, ok } from "../result.ts"
import { approveBy, changeDirectory } from "./administration.ts"
import type { Core } from "./core.ts"
import { renewDesk } from "./rotation.ts"
import type { Certified, RecoveryView } from "./vault-port.ts"

/** What `recovery split` writes for the administrators; the number is given when it is certified. */
const Ceremony = v.strictObject({
  v: v.literal(1),
  kind: v.literal("recovery-certificate"),
  desk: Id,
  certificate: v.omit(RecoveryCertificate, ["number"]),
})

/** What goes from one administrator to the next. */
const Pending = v.strictObject({ what: v.literal("recovery"), certificate: RecoveryCertificate, approvals: v.array(Approval) })

export async function certifyRecovery(core: Core, text: string, approvals?: string): Promise<Result<Certified>> {
  const { inside } = core
  const ceremony = parsed(Ceremony, text)
  if (ceremony === null || ceremony.desk !== inside.desk) return no("malformed", "This is not a recovery certificate of this desk.")
  const pulled = await inside.directory.pull()
  if (!pulled.ok) return pulled
  const certificate: RecoveryCertificate = { number: pulled.value.recovery.length + 1, ...ceremony.certificate }
  const before = approvals === undefined ? [] : parsed(Pending, approvals)?.approvals
  if (before === undefined) return no("malformed", "This is not the text that another administrator was given.")
  const by = await approveBy(core, recoveryCertificateBytes(inside.desk, certificate), before)
  if (!by.ok) return by
  if (!by.value.enough)
    return ok({ done: false, approvals: JSON.stringify({ what: "recovery", certificate, approvals: by.value.approvals }) })
  const done = await changeDirectory(core, async () => ok({ does: "recovery.set", certificate, approvals: by.value.approvals }))
  if (!done.ok) return done
  const wrapped = await renewDesk(core)
  return wrapped.ok ? ok({ done: true, id: String(certificate.number) }) : wrapped
}

export function recoveryOf(core: Core): RecoveryView | null {
  const now = recoveryAt(core.inside.directory.now())
  if (now === null) return null
  const { number, recipient, threshold, shares } = now.certificate
  return { number, print: recipientPrintOf(recipient), threshold, shares }
}
