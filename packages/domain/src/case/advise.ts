// What a member should hear before sealing, and what no fold will ever hold against her: plausibility, roles, thin evidence.
import type { ActionName, InputOf } from "./registry.ts"
import { onlyInPerson } from "../consent/scope.ts"
import type { Role, Signature } from "../evidence/policy.ts"
import { judge } from "../evidence/standard.ts"
import { ageAt, birthRefusal } from "../person/date.ts"
import { speaksOfTheFuture, whenOf } from "../proceeding/event.ts"
import { type Refusal, refusal } from "../refusal.ts"
import { dayAsWritten, instantOf, latestDateOnEarth } from "../time/index.ts"
import type { CaseEnv } from "./action.ts"
import type { CaseAct, FoldedCase } from "./fold.ts"
import { bornOf } from "./person.ts"
import { pinnedPolicy } from "./pinned.ts"
import { dayOf } from "./views/family.ts"
import { dossierOf } from "./views/dossier.ts"
import { counselOf } from "./views/people.ts"

export interface Advised {
  readonly by: string
  readonly at: number
  readonly roles?: readonly Role[]
}

const signs: Partial<Record<ActionName, Signature>> = {
  "commit-reading": "read",
  "reveal-reading": "read",
  recommend: "recommend",
  approve: "approve",
  "propose-split": "split",
  "lower-urgency": "lower-urgency",
}

/** Codes with their places, most important first; an empty list means that nothing seems odd. */
export function adviseCase(from: FoldedCase, act: CaseAct, acting: Advised, env: CaseEnv): readonly Refusal[] {
  const advice = [roleAdvice(from, act, acting, env), ...(advisers[act.does]?.(from, act.input as never, acting, env) ?? [])]
  return advice.filter((one): one is Refusal => one !== null)
}

function roleAdvice(from: FoldedCase, act: CaseAct, { roles }: Advised, env: CaseEnv): Refusal | null {
  const signature = signs[act.does]
  const policy = pinnedPolicy(from.state, env)
  if (signature === undefined || policy === null || roles === undefined) return null
  return policy.signers[signature].some((role) => roles.includes(role)) ? null : refusal("not-your-role", undefined, { act: signature })
}

type Adviser<N extends ActionName> = (from: FoldedCase, input: InputOf<N>, acting: Advised, env: CaseEnv) => readonly (Refusal | null)[]

const future = (when: string, at: number, pointer: string) =>
  when.slice(0, 10) > latestDateOnEarth(instantOf(at)) ? refusal("in-the-future", pointer) : null

const advisers: { readonly [N in ActionName]?: Adviser<N> } = {
  "add-person": (_from, input, { at }) => [input.born === undefined ? null : birthRefusal(input.born, dayOf(at), "/born")],
  "describe-person": (_from, input, { at }) => [input.born === undefined ? null : birthRefusal(input.born, dayOf(at), "/born")],
  "record-event": (_from, { event }, { at }) => [
    speaksOfTheFuture(event.type) ? null : future(dayAsWritten(whenOf(event)), at, "on" in event ? "/event/on" : "/event/at"),
  ],
  "record-custody": (_from, input, { at }) => [
    future(input.since, at, "/since"),
    input.confirmed !== undefined && input.confirmed.slice(0, 10) < input.since.slice(0, 10)
      ? refusal("confirmed-before-since", "/confirmed")
      : null,
    input.where === "detained" && input.facility.code === undefined && input.facility.name === undefined
      ? refusal("facility-unknown", "/facility")
      : null,
  ],
  "give-consent": (from, { consent }, { at }, env) => {
    const policy = pinnedPolicy(from.state, env)
    const born = bornOf(from.state, consent.person)
    const adult = born === undefined || policy === null || ageAt(born, dayOf(at)) >= policy.consents.adultAt
    return [
      adult && consent.givenBy.who !== "person" && onlyInPerson(consent.scope) ? refusal("kept-as-reported", "/consent/givenBy") : null,
      consent.at > at ? refusal("in-the-future", "/consent/at") : null,
    ]
  },
  recommend: (from, input, _acting, env) => {
    const policy = pinnedPolicy(from.state, env)
    if (policy === null || input.outcome !== "met") return []
    return [judge(dossierOf(from.state, input.person), policy.standard).met ? null : refusal("standard-not-met", "/outcome")]
  },
  "answer-request": (from, input) => {
    const people = from.state.requests.find((row) => row.ask === input.ask)?.people ?? []
    const locked = people.some(({ person }) => counselOf(from.state, person).some((row) => row.onlyThroughCounsel === true))
    return [locked ? refusal("contact-through-counsel", "/ask") : null]
  },
  "record-arrival": (from, input, { at }) => [
    future(input.at, at, "/at"),
    from.state.handOvers.some((row) => row.person === input.person) ? null : refusal("no-hand-over-recorded", "/person"),
  ],
  "record-removal": (_from, input, { at }) => [future(input.at, at, "/at")],
  "close-case": (from) => [from.state.tasks.length > from.state.tasksDone.length ? refusal("tasks-open") : null],
}
