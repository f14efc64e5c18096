// The stories without a server: the same scenes write into plain folds of the domain, so that what the clock says of them can be
// asked for a thousand days. What a vault answers is made up here; what a case holds is not.
import { programme } from "@safe-conduct/russia-canada"
import { type FoldedCase, card, clockFacts, emptyCase, factsAt, foldCase, unpackEvent } from "@safe-conduct/domain/case"
import { type Answer, answerFacts } from "@safe-conduct/domain/clock"
import { findFacilities, readCustody, staleness } from "@safe-conduct/domain/custody"
import { pinOf, pinPolicies } from "@safe-conduct/domain/decision"
import { inOrder } from "@safe-conduct/domain/proceeding"
import { instantOf, timeZoneOf } from "@safe-conduct/domain/time"
import { hashOf } from "@safe-conduct/sealing/verify"
import { randomId } from "@safe-conduct/sealing/seal"
import { utf8 } from "@safe-conduct/wire"
import { type Act, elsewhere, held } from "../records.ts"
import type { Stage } from "../stage.ts"
import { type Cast, type Story, laidOut, newCast, playAll } from "../timeline.ts"
import { whenOf } from "../when.ts"

const sha256 = (text: string): string => hashOf(utf8(text))
const policies = pinPolicies(Object.values(programme.policies), sha256)
const env = { sha256, policies }
const ok = (value: object) => ({ ok: true, value })

interface Asked {
  readonly people: readonly {
    readonly relation?: string
    readonly names: { readonly cyrillic: object }
    readonly where?: { readonly kind?: "free" | "foster-care"; readonly facility?: string; readonly since?: string }
  }[]
}

export interface DryPerson {
  readonly stream: string
  readonly name: string
  readonly clock: Answer
  readonly lookDue: boolean
}

export async function playDry(
  stories: readonly Story[],
  now: number,
): Promise<{ readonly people: readonly DryPerson[]; readonly cast: Cast }> {
  const when = whenOf(now)
  const clock = { now: 0 }
  const cases = new Map<string, FoldedCase>()
  const asked = new Map<string, Asked>()

  function write(stream: string, by: string, acts: readonly Act[]): void {
    for (const { does, input } of acts) {
      const folded = cases.get(stream) ?? emptyCase
      const seq = folded.seq + 1
      const line = {
        seq,
        hash: sha256(`${stream}${seq}`),
        by,
        factor: "key" as const,
        plain: { does, v: 1, id: randomId(), at: clock.now, input },
        guards: [],
      }
      const next = foldCase(folded, [line as never], env)
      const no = next.refused.find((row) => row.seq === seq)
      if (no !== undefined) throw new Error(`${does}: ${JSON.stringify(no.refusal)}`)
      cases.set(stream, next)
    }
  }
  function begin(by: string, people: readonly object[]): { readonly stream: string; readonly people: readonly string[] } {
    const stream = randomId()
    const ids = people.map(() => randomId())
    write(stream, by, [
      { does: "open-case", input: { policy: pinOf(policies.at(-1) as never) } },
      ...people.map((person, n) => ({
        does: "add-person",
        input: { relation: n === 0 ? "principal" : "other", ...person, person: ids[n] },
      })),
    ])
    return { stream, people: ids }
  }
  /** A place as a family types it, found as the vault finds it. */
  function told(person: string, where: Asked["people"][number]["where"]): readonly Act[] {
    if (where === undefined || where.since === undefined) return []
    if (where.facility === undefined) return [elsewhere(person, where.kind ?? "free", where.since)]
    return [held(person, findFacilities(where.facility, programme.law.facilities, 1)[0]?.facility.code ?? "", where.since, "family")]
  }

  const refusals = new Set<string>()
  const vault = new Proxy({} as never, {
    // Without this a promise would take the vault for another promise.
    get: (_, does: string) => (does === "then" ? undefined : vaultSays(does)),
  })
  const vaultSays =
    (does: string) =>
    async (first: string): Promise<object> => {
      if (does === "openCase") return ok({ people: (cases.get(first)?.state.people ?? []).map(({ person }) => ({ person })) })
      if (does === "newProposal") return ok({ stream: randomId() })
      // The second release is refused in its story; without mailboxes nothing else can tell.
      if (does === "release" && refusals.size === 0) return refusals.add(first) && ok({})
      if (does === "release") return { ok: false, refusal: { error: "consent-withdrawn" } }
      return ok({ entry: "", file: { id: randomId() } })
    }
  const stage: Stage = {
    when,
    clock,
    id: (name) => name,
    member: async () => vault,
    async opens(by, people, then) {
      const family = begin(by, people)
      write(family.stream, by, then(family.people))
      return family
    },
    acts: async (by, on, acts) => {
      const proofless = acts.filter((act) => !("file" in act.input) && act.does !== "hand-over" && act.does !== "plan-transfer")
      write(on.stream, by, proofless)
    },
    keeps: async () => randomId(),
    async asks(_code, request) {
      const locator = randomId()
      asked.set(locator, request as Asked)
      return { locator, receipt: "", hour: "", waiting: [] }
    },
    code: async () => new Uint8Array(16),
    child: async () => new Uint8Array(16),
    mailbox: async () => undefined as never,
    async takes(by, ask) {
      const { people } = asked.get(ask) as Asked
      const family = begin(
        by,
        people.map(({ relation, names }) => ({
          ...(relation === undefined ? {} : { relation }),
          names: [{ script: "cyrillic", ...names.cyrillic }],
        })),
      )
      for (const [n, person] of family.people.entries()) write(family.stream, by, told(person, people[n]?.where))
      return family
    },
  }
  const cast = newCast()
  const renewals = (story: Story): boolean => story.name !== "the desk"
  await playAll(stage, laidOut(stories.filter(renewals), when, cast), () => undefined)

  const asOf = `${new Date(now).toISOString().slice(0, 19)}Z`
  const people = [...cases].flatMap(([stream, { state }]) => {
    const made = card(state)
    return made.stage === "closed"
      ? []
      : made.people.map((person): DryPerson => {
          const zone = timeZoneOf(person.zone ?? programme.law.zones.board)
          const answer = answerFacts(factsAt(clockFacts(state, person.id), asOf, programme.law.zones.board), programme.law)
          if ("error" in answer) throw new Error(`${person.names[0]?.[1]}: ${JSON.stringify(answer)}`)
          const custody = readCustody(inOrder(person.events.map(unpackEvent)), programme.law.facilities)
          const lookDue = person.outcome === undefined && staleness(custody, instantOf(now), zone, programme.law.custodyStaleHours).stale
          return { stream, name: person.names[0]?.[1] ?? "", clock: answer, lookDue }
        })
  })
  return { people, cast }
}
