// The published list of letters: numbers, states and digests, never a name. Signed by one member whose certificate leads to the
// root, so that `check` believes it with no line at all.
import { adminSetsOf, certifiedBySome, foldDirectory, rootPrintOf, verifySignature } from "@safe-conduct/sealing/verify"
import {
  Approval,
  Entry,
  Hash,
  Id,
  MemberCertificate,
  Signature,
  labels,
  memberCertificateBytes,
  pae,
  read,
  utf8,
} from "@safe-conduct/wire"
import * as v from "valibot"
import { type Result, no, ok } from "../result.ts"
import type { Core } from "./core.ts"
import type { PublishedLetter, PublishedLetters } from "./vault-port.ts"

const Letter = v.strictObject({
  number: v.string(),
  kind: v.string(),
  status: v.picklist(["issued", "replaced", "withdrawn"]),
  replacedBy: v.optional(v.string()),
  sha256: v.array(Hash),
})

export const Published = v.strictObject({
  v: v.literal(1),
  desk: Id,
  /** Hour of signing, UTC: an older list knows nothing of what came later. */
  at: v.string(),
  letters: v.array(Letter),
  signer: MemberCertificate,
  approvals: v.array(Approval),
  genesis: Entry,
  /** What the root said of administrators since, for lists signed by whom a later set named or certified. */
  adminSets: v.optional(v.array(Entry), []),
  signature: Signature,
})
export type Published = v.InferOutput<typeof Published>

const signed = (list: Pick<Published, "desk" | "at" | "letters" | "signer">): Uint8Array =>
  pae(labels.published, utf8(list.desk), utf8(list.at), utf8(list.signer.member), utf8(JSON.stringify(list.letters)))

/** What each number now is: the last that was said of it, with every digest that was ever issued under it. */
export function lettersOf(core: Core): readonly PublishedLetter[] {
  const rows = core.register.folded().state.letters
  return [...new Set(rows.map((row) => row.number))].map((number) => {
    const mine = rows.filter((row) => row.number === number)
    const last = mine.at(-1) as (typeof mine)[number]
    return {
      number,
      kind: last.kind,
      status: last.status,
      ...(last.replacedBy === undefined ? {} : { replacedBy: last.replacedBy }),
      sha256: [...new Set(mine.flatMap((row) => row.sha256 ?? []))],
    }
  })
}

/** My certificate and the approvals under it; none are needed for an administrator whom the root named. */
export const credentials = (core: Core) => credentialsOf(core, core.inside.member)

/** The same of a member who wrote something here. */
export function credentialsOf(
  { inside }: Core,
  member: Id,
): { readonly signer: MemberCertificate; readonly approvals: readonly Approval[] } {
  const certificate = inside.directory.now().members[member]?.certificate
  if (certificate === undefined) throw new Error("whoever writes here stands in the directory")
  const added = inside.directory.changes.find(({ change }) => change.does === "member.add" && change.certificate.member === member)?.change
  return { signer: certificate, approvals: added?.does === "member.add" ? added.approvals : [] }
}

export async function publishedLetters(core: Core): Promise<Result<PublishedLetters>> {
  const pulled = await core.register.pull()
  if (!pulled.ok) return pulled
  const letters = lettersOf(core)
  const { signer, approvals } = credentials(core)
  const at = `${new Date(core.env.now()).toISOString().slice(0, 13)}Z`
  const list = { desk: core.inside.desk, at, letters: letters.map((one) => ({ ...one, sha256: [...one.sha256] as Hash[] })), signer }
  const { genesis, adminSets } = core.inside.directory.now()
  const published: Published = {
    v: 1,
    ...list,
    approvals: [...approvals],
    genesis,
    adminSets: [...adminSets],
    signature: await core.inside.keys.signing.sign(signed(list)),
  }
  return ok({ json: JSON.stringify(published), letters })
}

/** For `check`: the list, when it is this desk's and holds. */
export async function readPublished(text: string, rootPrint: string): Promise<Result<Published>> {
  const ours = () => no("not-ours", "This list of letters is not this desk's.")
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return ours()
  }
  const parsed = read(Published, json)
  if (!parsed.ok) return ours()
  const list = parsed.value
  const genesis = await foldDirectory(null, list.genesis)
  if (!genesis.ok || genesis.value.desk !== list.desk || rootPrintOf(genesis.value.root) !== rootPrint.trim().toLowerCase()) return ours()
  const sets = await adminSetsOf(genesis.value, list.adminSets)
  if (!sets.ok) return ours()
  const certified = await certifiedBySome(sets.value, list.signer, memberCertificateBytes(list.desk, list.signer), list.approvals)
  if (!certified || !(await verifySignature(list.signer.sign, signed(list), list.signature))) return ours()
  return ok(list)
}
