// Door 2: what makes sealed things.
export { sealCard } from "./card/card.ts"
export { sealAlarm } from "./card/alarm.ts"
export {
  type Place,
  type Placed,
  askGenesis,
  directoryEntry,
  genesisEntry,
  sealAnswer,
  sealAsk,
  sealEntry,
  sealRoster,
  seenEntry,
} from "./entry/seal-entry.ts"
export { type EpochMember, newEpoch, streamIdentity } from "./epoch/epoch.ts"
export { newFileSecret, partsOf, sealPart } from "./file/part.ts"
export { randomId } from "./random-id.ts"
export { type LetterFacts, sealLetter } from "./letter/letter.ts"
export { type CodeKeys, childCode, codeKeys, newCode } from "./mailbox/code-keys.ts"
export { findWork } from "./mailbox/work.ts"
export { type ExportKind, ageSealStream, exportKind } from "./primitives/age-export.ts"
export { type Identity, ageSeal, ageSealPassphrase, recipientOf } from "./primitives/age.ts"
export { randomBytes } from "./primitives/hash.ts"
export { type Signing, signingFromSeed } from "./primitives/sign.ts"
export { type SplitRecovery, splitRecovery } from "./recovery/split.ts"
export { newTrustee } from "./recovery/trustee.ts"
export { signEdition } from "./release/edition.ts"
export { signSite } from "./release/manifest.ts"
export { type MemberKeys, type Seeds, certificateOf, memberKeys, newIntakeIdentity, newSeeds, newSigningSeed } from "./seed/member-keys.ts"
export { sealLocked } from "./seed/locked.ts"
export { passkeyQuestion, passkeyUser, wrapUnderPasskey } from "./seed/passkey.ts"
export { newPassphrase, wrapSeeds } from "./seed/passphrase.ts"
export type { Located, Wrapped } from "./seed/wrapped.ts"
export { approve, signSession } from "./session/session.ts"
export { type DraftKey, newDraftKey, openDraft, sealDraft } from "./file/draft.ts"
export { sealKeep } from "./card/keep.ts"
