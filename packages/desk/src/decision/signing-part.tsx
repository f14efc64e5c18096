// What two members sign: recommended by one, signed by another; who proposed it sees in words why the second cannot be hers.
import { findingOf } from "@safe-conduct/domain/case"
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import { useState } from "preact/hooks"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { ActButton } from "../case/act-button.tsx"
import { useCase } from "../case/case-context.ts"
import { dayIn } from "../case/day-words.ts"
import { Section } from "../case/section.tsx"
import { Factor } from "../keys/factor.tsx"
import { CaseLetters } from "../letters/case-letters.tsx"
import { RecommendForm } from "./recommend-form.tsx"
import { WaitingSignature } from "./waiting-signature.tsx"

export function SigningPart() {
  const { refusalText } = useDesk()
  const { view, person, words, nameOf, refused } = useCase()
  const { signing, labels } = words
  const [recommending, setRecommending] = useState(false)
  const may = refused("recommend")
  const finding = person === null ? null : findingOf(view.state, person.person)
  return (
    <Section
      name="signing"
      acts={
        <>
          <button
            type="button"
            class="button small"
            aria-disabled={may ? true : undefined}
            title={may ? refusalText(may) : undefined}
            onClick={() => !may && setRecommending(true)}
          >
            {signing.recommend}
          </button>
          {view.state.letters.length > 0 && <ActButton does="withdraw-letter" />}
        </>
      }
    >
      {view.waiting.length === 0 && <p class="quiet">{signing.none}</p>}
      {view.waiting.map((line) => (
        <WaitingSignature key={line.seq} line={line} />
      ))}
      {finding !== null && (
        <div class="card">
          <p>
            <strong>{labels.pick.kind[finding.recommendation.kind]}</strong>
            {colon(words.language)}
            {labels.pick.conclusion[finding.recommendation.outcome]}
          </p>
          <p>{finding.recommendation.reasons[words.language] ?? finding.recommendation.reasons.en}</p>
          <p class="quiet small">
            {signing.signed(nameOf(finding.recommendation.made.by), nameOf(finding.approval.made.by))},{" "}
            {dayIn(words.language, new Date(finding.approval.made.at).toISOString())},{" "}
            <Factor line={view.log.find((line) => line.seq === finding.approval.made.seq)} />
          </p>
          {finding.changed.length > 0 && <p class="warn">{signing.changed}</p>}
        </div>
      )}
      <CaseLetters finding={finding} />
      <Dialog open={recommending} title={signing.recommend} onClose={() => setRecommending(false)}>
        <RecommendForm onDone={() => setRecommending(false)} />
      </Dialog>
    </Section>
  )
}
