// Everything below the log and the dates, in the order in which a case is worked.
import { CompartmentsPart } from "../compartment/compartments-part.tsx"
import { OpeningsList } from "../compartment/openings-list.tsx"
import { ConsentsPart } from "../consent/consents-part.tsx"
import { SigningPart } from "../decision/signing-part.tsx"
import { ClaimsPart } from "../evidence/claims-part.tsx"
import { EvidencePart } from "../evidence/evidence-part.tsx"
import { FilesPart } from "../files/files-part.tsx"
import { PeoplePart } from "../person/people-part.tsx"
import { JourneyPart } from "../transfer/journey-part.tsx"
import { AskersPart } from "./askers-part.tsx"
import { useCase } from "./case-context.ts"
import { MailboxPart } from "./mailbox-part.tsx"
import { QuestionsPart, TasksPart } from "./tasks-part.tsx"

export function CaseParts() {
  const { view } = useCase()
  return (
    <div class="case-parts">
      <div class="case-pair">
        <QuestionsPart />
        <TasksPart />
      </div>
      <div class="case-pair">
        <MailboxPart />
        <SigningPart />
      </div>
      <PeoplePart />
      <ClaimsPart />
      <EvidencePart />
      <CompartmentsPart />
      <FilesPart />
      <div class="case-pair">
        <ConsentsPart />
        <AskersPart />
      </div>
      <JourneyPart />
      <OpeningsList stream={view.stream} />
    </div>
  )
}
