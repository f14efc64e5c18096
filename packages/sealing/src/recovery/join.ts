// Shares opened and joined again. Whoever brings a share that is corrupt or belongs elsewhere is named: the recipient that comes out
// is compared with the certified one, and where it differs every other choice of enough shares is tried.
import { type Bytes, type Recipient, type RecoveryShare, type Refusal, fromBase64, fromHex, fromUtf8, refuse } from "@safe-conduct/wire"
import { type Identity, ageOpen, identityFromSeed, recipientOf } from "../primitives/age.ts"
import { joinSecret } from "../primitives/secret-sharing.ts"
import { subsetsOf } from "./subsets.ts"

export interface OpenedShare {
  readonly index: number
  readonly piece: Bytes
}

/** With the trustee's own key. The share is to have been checked under the certified ceremony's key before. */
export async function openShare(
  share: RecoveryShare,
  identity: Identity,
): Promise<{ ok: true; value: OpenedShare } | { ok: false; refusal: Refusal }> {
  const no = (error: string, message: string) => ({ ok: false as const, refusal: refuse(error, message, "/sealed") })
  const plain = await ageOpen(identity, fromBase64(share.sealed))
  if (plain === null) return no("other-trustee", "This key does not open the share.")
  try {
    const inside = JSON.parse(fromUtf8(plain)) as Record<string, unknown>
    const { desk, set, index } = share
    const placed =
      inside["v"] === 1 &&
      inside["kind"] === "recovery-share" &&
      inside["desk"] === desk &&
      inside["set"] === set &&
      inside["index"] === index
    if (!placed) return no("misplaced-share", "What is sealed in this share was made for another place.")
    const piece = fromHex(inside["share"] as string)
    return piece.length === 33 ? { ok: true, value: { index, piece } } : no("corrupt-share", "The share has a wrong length.")
  } catch {
    return no("corrupt-share", "What is sealed in this share cannot be read.")
  }
}

export type Joined =
  | { readonly ok: true; readonly identity: Identity; readonly wrong: readonly number[] }
  /** `wrong`: which shares are known to be so; empty where too few are right to tell. */
  | { readonly ok: false; readonly refusal: Refusal; readonly wrong: readonly number[] }

/** `wrong` names by index the shares that do not belong to the others. `certified`: as the directory has it. */
export async function joinShares(
  shares: readonly OpenedShare[],
  certified: { readonly recipient: Recipient; readonly threshold: number },
): Promise<Joined> {
  const given = [...new Map(shares.map((share) => [share.index, share])).values()]
  if (given.length < certified.threshold)
    return {
      ok: false,
      refusal: refuse("too-few-shares", `It takes ${certified.threshold} shares of one set; ${given.length} stand here.`),
      wrong: [],
    }
  for (const some of subsetsOf(given, certified.threshold)) {
    const found = await identityOf(some, certified.recipient)
    if (found === null) continue
    const wrong: number[] = []
    for (const other of given) {
      if (some.includes(other)) continue
      if ((await identityOf([...some.slice(1), other], certified.recipient)) === null) wrong.push(other.index)
    }
    return { ok: true, identity: found, wrong }
  }
  return { ok: false, refusal: refuse("shares-differ", "These shares do not give the certified recovery key."), wrong: [] }
}

async function identityOf(some: readonly OpenedShare[], recipient: Recipient): Promise<Identity | null> {
  const seed = await joinSecret(some.map(({ piece }) => piece))
  if (seed?.length !== 32) return null
  const identity = identityFromSeed(seed)
  return (await recipientOf(identity)) === recipient ? identity : null
}
