// A letter's seal: enough to check it offline against the desk's root fingerprint. It carries the genesis, the signer's
// certificate and the signature over what the page says (its digest), never a name.
import {
  Approval,
  Entry,
  Hash,
  Id,
  MemberCertificate,
  type Refusal,
  Signature,
  hashBytes,
  idBytes,
  labels,
  memberCertificateBytes,
  pae,
  read,
  refuse,
  utf8,
} from "@safe-conduct/wire"
import * as v from "valibot"
import { adminSetsOf, certifiedBySome } from "../directory/admin-sets.ts"
import { foldDirectory } from "../directory/directory.ts"
import { rootPrintOf } from "../ids.ts"
import { type Signing, verifySignature } from "../primitives/sign.ts"

const Kind = v.picklist(["finding", "decision", "referral", "note"])

export const LetterSeal = v.strictObject({
  v: v.literal(1),
  kind: Kind,
  desk: Id,
  number: v.pipe(v.string(), v.maxLength(40)),
  /** The entry that approved what the letter says. */
  entry: Hash,
  /** SHA-256 of the document with the seal's own place blanked. */
  digest: Hash,
  signer: MemberCertificate,
  approvals: v.array(Approval),
  genesis: Entry,
  adminSets: v.array(Entry),
  signature: Signature,
})
export type LetterSeal = v.InferOutput<typeof LetterSeal>

const letterBytes = (s: Pick<LetterSeal, "kind" | "desk" | "number" | "entry" | "digest" | "signer">) =>
  pae(labels.letter, utf8(s.kind), idBytes(s.desk), utf8(s.number), hashBytes(s.entry), hashBytes(s.digest), idBytes(s.signer.member))

export interface LetterFacts {
  readonly kind: LetterSeal["kind"]
  readonly desk: Id
  readonly number: string
  readonly entry: Hash
  readonly digest: Hash
  readonly signer: MemberCertificate
  readonly approvals: readonly Approval[]
  readonly genesis: Entry
  readonly adminSets: readonly Entry[]
}

export async function sealLetter(facts: LetterFacts, signing: Signing): Promise<LetterSeal> {
  return {
    v: 1,
    ...facts,
    approvals: [...facts.approvals],
    adminSets: [...facts.adminSets],
    signature: await signing.sign(letterBytes(facts)),
  }
}

/** Whether a seal is this desk's and belongs to a document of this digest. Null is yes. */
export async function verifyLetter(
  text: string,
  rootPrint: string,
  digest: Hash,
): Promise<{ ok: true; seal: LetterSeal } | { ok: false; refusal: Refusal }> {
  const no = (message: string) => ({ ok: false as const, refusal: refuse("not-ours", message) })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return no("The seal is not readable.")
  }
  const parsed = read(LetterSeal, json)
  if (!parsed.ok) return no("The seal is not one of ours.")
  const seal = parsed.value
  if (seal.digest !== digest) return no("The document is not the one that was sealed.")
  const genesis = await foldDirectory(null, seal.genesis)
  if (!genesis.ok || genesis.value.desk !== seal.desk || rootPrintOf(genesis.value.root) !== rootPrint.trim().toLowerCase())
    return no("The seal belongs to another desk.")
  const sets = await adminSetsOf(genesis.value, seal.adminSets)
  if (!sets.ok) return no("The administrators that the seal names are not the desk's.")
  if (!(await certifiedBySome(sets.value, seal.signer, memberCertificateBytes(seal.desk, seal.signer), seal.approvals)))
    return no("The signer is not certified by this desk.")
  if (!(await verifySignature(seal.signer.sign, letterBytes(seal), seal.signature))) return no("The signature does not hold.")
  return { ok: true, seal }
}
