// A form for every action that a member fills in. Null: done by its own control (the log's box, a signature, a reading, a file) or by
// the vault itself. A new action that is forgotten here does not compile.
import type { ActionName } from "@safe-conduct/domain/case"
import { giveConsentForm } from "../consent/give-consent.form.ts"
import { confirmConsentForm } from "../consent/confirm-consent.form.ts"
import { withdrawConsentForm } from "../consent/withdraw-consent.form.ts"
import { recordCustodyForm } from "../custody/record-custody.form.ts"
import { recordRemovalForm } from "../custody/record-removal.form.ts"
import { bindEvidenceForm } from "../evidence/bind-evidence.form.ts"
import { closeDoubtForm } from "../evidence/close-doubt.form.ts"
import { raiseDoubtForm } from "../evidence/raise-doubt.form.ts"
import { reassessEvidenceForm } from "../evidence/reassess-evidence.form.ts"
import { stateClaimForm } from "../evidence/state-claim.form.ts"
import { proposeSplitForm } from "../family/propose-split.form.ts"
import { recordGuardianshipForm } from "../family/record-guardianship.form.ts"
import { recordWishForm } from "../family/record-wish.form.ts"
import { withdrawLetterForm } from "../letters/withdraw-letter.form.ts"
import { addPersonForm } from "../person/add-person.form.ts"
import { describePersonForm } from "../person/describe-person.form.ts"
import { lowerUrgencyForm } from "../proceeding/lower-urgency.form.ts"
import { recordCounselForm } from "../proceeding/record-counsel.form.ts"
import { recordDecisionForm } from "../proceeding/record-decision.form.ts"
import { recordEventForm } from "../proceeding/record-event.form.ts"
import { reviewUrgencyForm } from "../proceeding/review-urgency.form.ts"
import { handOverForm } from "../transfer/hand-over.form.ts"
import { planTransferForm } from "../transfer/plan-transfer.form.ts"
import { recordAftermathForm } from "../transfer/record-aftermath.form.ts"
import { recordArrivalForm } from "../transfer/record-arrival.form.ts"
import type { CaseForm } from "./form/spec.ts"
import {
  addTaskForm,
  askedForm,
  askNextForm,
  closeCaseForm,
  finishTaskForm,
  holdForm,
  passTaskForm,
  reopenCaseForm,
  setPublicityForm,
  takeCaseForm,
  fillKitForm,
} from "./work.forms.ts"

export const forms = {
  "add-person": addPersonForm,
  "add-task": addTaskForm,
  "adopt-policy": null,
  "answer-request": null,
  approve: null,
  "ask-next": askNextForm,
  asked: askedForm,
  "begin-edition": null,
  "bind-evidence": bindEvidenceForm,
  "cite-proposal": null,
  "change-roster": null,
  "close-case": closeCaseForm,
  "close-doubt": closeDoubtForm,
  "commit-reading": null,
  "confirm-code": null,
  "confirm-consent": confirmConsentForm,
  "describe-person": describePersonForm,
  "fill-kit": fillKitForm,
  "finish-task": finishTaskForm,
  "give-case-word": null,
  "give-consent": giveConsentForm,
  "hand-over": handOverForm,
  "hear-code": null,
  hold: holdForm,
  "issue-letter": null,
  "join-request": null,
  "keep-file": null,
  "keep-message": null,
  "link-code": null,
  "lower-urgency": lowerUrgencyForm,
  "name-compartment": null,
  "mark-spoken": null,
  "open-case": null,
  "pass-task": passTaskForm,
  "plan-transfer": planTransferForm,
  "propose-split": proposeSplitForm,
  "put-code-aside": null,
  "raise-doubt": raiseDoubtForm,
  "reassess-evidence": reassessEvidenceForm,
  recommend: null,
  "record-aftermath": recordAftermathForm,
  "record-arrival": recordArrivalForm,
  "record-counsel": recordCounselForm,
  "record-custody": recordCustodyForm,
  "record-decision": recordDecisionForm,
  "record-event": recordEventForm,
  "record-guardianship": recordGuardianshipForm,
  "record-removal": recordRemovalForm,
  "record-wish": recordWishForm,
  "reopen-case": reopenCaseForm,
  "reveal-reading": null,
  "review-urgency": reviewUrgencyForm,
  "set-publicity": setPublicityForm,
  "state-claim": stateClaimForm,
  strike: null,
  "take-case": takeCaseForm,
  "withdraw-consent": withdrawConsentForm,
  "withdraw-letter": withdrawLetterForm,
  "write-note": null,
} as const satisfies { readonly [N in ActionName]: CaseForm<N> | null }
