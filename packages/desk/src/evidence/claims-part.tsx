// Each claim with its ladder: what stands and by which evidence, what would be next. A missing step is a thing to do, never a red "no".
import { claimsOf, dossierOf } from "@safe-conduct/domain/case"
import { type Ladder, ladders, type Rung } from "@safe-conduct/domain/evidence"
import { Chip } from "@safe-conduct/ui/chip.tsx"
import { colon } from "../app/colon.ts"
import { ActButton } from "../case/act-button.tsx"
import { useCase } from "../case/case-context.ts"
import { partialIn } from "../case/day-words.ts"
import { evidenceName } from "../case/form/choices.ts"
import { policyOf } from "../case/programme.ts"
import { Section } from "../case/section.tsx"
import { Doubts } from "./doubts.tsx"
import { Readings } from "./readings.tsx"

export function ClaimsPart() {
  const { view, person, words } = useCase()
  const { standard } = policyOf(view.state)
  const all =
    person === null || claimsOf(view.state, person.person).length === 0 ? [] : ladders(dossierOf(view.state, person.person), standard)
  return (
    <Section
      name="claims"
      acts={
        <>
          <ActButton does="state-claim" />
          <ActButton does="raise-doubt" />
        </>
      }
    >
      {all.length === 0 && <p class="quiet">{words.claims.none}</p>}
      <ul class="cards wide">
        {all.map((ladder) => (
          <Claim key={ladder.claim} ladder={ladder} />
        ))}
      </ul>
    </Section>
  )
}

function Claim({ ladder }: { readonly ladder: Ladder }) {
  const { view, words } = useCase()
  const { claims, labels, language } = words
  const row = view.state.claims.find((one) => one.claim === ladder.claim)
  if (row === undefined) return null
  return (
    <li class="card">
      <p class="claim-what">
        {row.core && <Chip look="strong">{claims.core}</Chip>} <strong>{row.what}</strong>
      </p>
      <p class="quiet small">
        {labels.pick.activity[row.kind]}
        {row.when !== undefined && `, ${partialIn(language, row.when)}`}
        {row.where !== undefined && `, ${row.where}`} · {claims.reached(ladder.reached, ladder.of)}
      </p>
      <ol class="ladder">
        {ladder.rungs.map((rung) => (
          <Step key={rung.id} rung={rung} claim={ladder.claim} />
        ))}
      </ol>
      <Readings claim={ladder.claim} />
      <Doubts claim={ladder.claim} />
    </li>
  )
}

const marks = { yes: "✓", next: "→", later: "·" } as const

function Step({ rung, claim }: { readonly rung: Rung; readonly claim: string }) {
  const open = useCase()
  const { claims, labels } = open.words
  const spoken = { yes: claims.stands, next: claims.next, later: claims.later }[rung.stands]
  const by = rung.id === "two-readers" ? rung.by.map(open.nameOf) : rung.by.map((id) => evidenceName(open, id))
  const wantsEvidence = rung.toDo.some((gap) => gap.code.startsWith("add-"))
  return (
    <li class={`rung ${rung.stands}`}>
      <span class="mark" aria-hidden="true">
        {marks[rung.stands]}
      </span>
      <div>
        <p>
          <span class="unseen">{spoken}: </span>
          {labels.requirements[rung.id]}
        </p>
        {by.length > 0 && <p class="quiet small">{claims.by + colon(open.words.language) + by.join("; ")}</p>}
        {rung.toDo.map((gap) => {
          const words = labels.gaps[gap.code as keyof typeof labels.gaps]
          const item = gap.params?.["evidence"]
          return (
            <p class="small todo">
              {words?.(gap.params ?? {}) ?? gap.code}
              {typeof item === "string" && (
                <>
                  {" "}
                  {evidenceName(open, item)} <ActButton does="reassess-evidence" look="plain" start={againOf(open, item)} />
                </>
              )}
            </p>
          )
        })}
        {wantsEvidence && <ActButton does="bind-evidence" look="plain" start={{ "/claims": [claim] }} />}
      </div>
    </li>
  )
}

/** An item as it now stands, so that weighing it again begins from there. */
function againOf({ view }: ReturnType<typeof useCase>, evidence: string) {
  const now =
    view.state.reassessments.findLast((row) => row.evidence === evidence) ?? view.state.evidence.find((row) => row.evidence === evidence)
  if (now === undefined) return { "/evidence": evidence }
  const { claims, source, origin, authenticity, identity, contrary } = now
  return {
    "/evidence": evidence,
    "/claims": claims,
    "/source": source,
    "/origin": origin,
    "/authenticity": authenticity,
    "/identity": identity,
    "/contrary": contrary,
  }
}
