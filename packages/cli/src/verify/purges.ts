// What two members destroyed: by their own signatures, over a head that stood there.
import { verifySignature } from "@safe-conduct/sealing/verify"
import { type Id, type SignedPurge, purgeBytes } from "@safe-conduct/wire"
import type { Chain, Trust } from "./chain.ts"
import { type Fault, fault } from "./fault.ts"

/** Before the chain is read: two different members signed this. Then it counts in `trust`. */
export async function takePurge(trust: Trust, purge: SignedPurge): Promise<Fault | null> {
  const { stream, seq, approvals } = purge
  const no = () => fault("purge-unsigned", "What says that this was destroyed was not signed by two members.", stream, seq)
  if (approvals[0].by === approvals[1].by) return no()
  for (const { by, signature } of approvals) {
    const member = trust.directory.members[by]
    try {
      if (member === undefined || !(await verifySignature(member.certificate.sign, purgeBytes(trust.desk, purge), signature))) return no()
    } catch {
      // A number or a hash that nothing signed can carry.
      return no()
    }
  }
  trust.destroyed.set(stream, Math.max(seq, trust.destroyed.get(stream) ?? -1))
  return null
}

/**
 * And once it is read: they signed for a head that stood there, and might read it. Where both signed that it goes unseen, as many of them
 * might as there are readers left: whoever left since is not asked, so nothing that was right then is wrong later.
 */
export function purgedFault(trust: Trust, purge: SignedPurge, chain: Chain | null): Fault | null {
  const { stream, seq, hash, approvals } = purge
  if (chain?.hashes[seq] !== hash) return fault("purge-astray", "What was destroyed is not what stands here.", stream, seq)
  if (chain.said.kind !== "shared") return null
  const on = (by: Id): boolean => chain.rosters.some((roster) => roster.members.some(({ id }) => id === by))
  const readers = approvals.filter(({ by }) => on(by)).length
  const left = (chain.rosters.at(-1)?.members ?? []).filter(({ id }) => trust.directory.members[id]?.until === null).length
  return readers === 2 || (purge.unanswered && readers >= left)
    ? null
    : fault("purge-unsigned", "Somebody destroyed this who could not read it.", stream, seq)
}
