// Whether a family may be proposed, and if not: what stands in the way of whom, what would lift it, and the form that records it. A
// consent is asked here, when it is needed, and not among a dozen at the beginning.
import { type ActionName, coverOf } from "@safe-conduct/domain/case"
import type { FamilyBlock } from "@safe-conduct/domain/family"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { ActButton } from "../case/act-button.tsx"
import { useCase } from "../case/case-context.ts"
import type { Values } from "../case/form/spec.ts"
import { policyOf } from "../case/programme.ts"

type Kind = "referral" | "note"

/** What a member records when it is lifted; the rest is done by others, or by a signature. */
const recordedBy: Readonly<Record<string, ActionName>> = {
  "record-who-holds-the-child": "record-guardianship",
  "court-order": "record-guardianship",
  "placement-agency": "record-guardianship",
  "other-parent-declaration": "record-guardianship",
  "court-order-on-departure": "record-guardianship",
  "best-interests-determination": "record-guardianship",
  "best-interests-assessment": "record-guardianship",
  "own-decision": "record-wish",
  "own-consent": "give-consent",
  "split-decision": "propose-split",
  "name-a-person": "add-person",
}

export function Readiness({ kind }: { readonly kind: Kind }) {
  const { refusalText } = useDesk()
  const { view, words, personName } = useCase()
  const { labels, people } = words
  const { state, blocks } = view.family[kind]
  if (view.people.length === 0) return null
  return (
    <div class="readiness">
      <p>
        <strong>{people.ready[kind]}</strong>
        {colon(words.language)}
        {labels.family[state]}
      </p>
      {blocks.length > 0 && (
        <ul>
          {blocks.map((block) => (
            <li>
              {block.person !== null && `${personName(block.person)}${colon(words.language)}`}
              {labels.blocks[block.code as keyof typeof labels.blocks] ?? refusalText({ error: block.code })}{" "}
              <span class="quiet small">→ {labels.unblocks[block.unblock as keyof typeof labels.unblocks]}</span>{" "}
              <Lift kind={kind} block={block} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Lift({ kind, block: { person, unblock } }: { readonly kind: Kind; readonly block: FamilyBlock }) {
  const { now } = useDesk()
  const { view } = useCase()
  const does = recordedBy[unblock]
  if (does === undefined) return null
  const start = (): Values => {
    if (person === null) return {}
    if (does === "propose-split") return {}
    if (does !== "give-consent") return { "/person": person }
    const policy = policyOf(view.state)
    const scope = policy.consents.needed[kind].find((one) => !coverOf(view.state, policy, person, one, now()).ok)
    return { "/consent/person": person, ...(scope === undefined ? {} : { "/consent/scope": scope }) }
  }
  return <ActButton does={does} look="plain" start={start()} />
}
