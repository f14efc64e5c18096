// The long road of one person, walked as members walk it: a claim, its evidence, two blind readings, one recommends, another signs.
import { randomId } from "@safe-conduct/sealing/seal"
import type { Recommend } from "@safe-conduct/client/member"
import * as r from "./records.ts"
import { scan } from "./scan.ts"
import { type Family, must, type Stage } from "./stage.ts"

export interface Claimed {
  readonly kind: string
  readonly what: string
  readonly when: string
  readonly where: string
  /** Caption of a scan, and what it is worth; without a caption the words stand by themselves. */
  readonly proofs: readonly (r.Proof & { readonly paper?: string; readonly words?: string })[]
}

/** Anna states the claim and binds what there is. Answers the claim's id. */
export async function claims(stage: Stage, family: Family, person: string, given: Claimed): Promise<string> {
  const id = randomId()
  await stage.acts("anna", family, [r.claim(id, person, given.kind, given.what, given.when, given.where)])
  const bound: r.Act[] = []
  for (const { paper, words, ...proof } of given.proofs)
    bound.push(
      r.evidence(
        [id],
        paper === undefined ? { statement: words ?? "" } : { file: await stage.keeps("anna", family, scan(paper), paper) },
        proof,
      ),
    )
  await stage.acts("anna", family, bound)
  return id
}

/** Each seals her reading before either is shown. */
export async function readBlind(stage: Stage, family: Family, claim: string): Promise<void> {
  for (const name of ["vera", "boris"] as const) must(await (await stage.member(name)).commitReading(family.stream, claim, "established"))
  for (const name of ["vera", "boris"] as const) must(await (await stage.member(name)).revealReading(family.stream, claim))
}

export async function recommends(stage: Stage, family: Family, person: string, reasons: Recommend["reasons"]): Promise<string> {
  return must(await (await stage.member("anna")).recommend(family.stream, { person, kind: "finding", outcome: "met", reasons })).entry
}

/** Boris signs what Anna recommended. */
export async function signs(stage: Stage, family: Family, entry: string): Promise<void> {
  must(await (await stage.member("boris")).approve(family.stream, entry))
}
