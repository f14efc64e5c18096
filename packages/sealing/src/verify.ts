// Door 1: what needs no key that opens. The server imports this door and no other.
export { type AdminSet, type Kinds, adminSetsOf, believed, certifiedBySome } from "./directory/admin-sets.ts"
export { type Desk, currentOn, verifyDeskInfo } from "./directory/desk-info.ts"
export {
  type Certified,
  type CertifiedRecovery,
  type Directory,
  type DirectoryMember,
  type Folded,
  activeAt,
  activeMembers,
  approvalsNeeded,
  approvedBy,
  currentAndPrevious,
  foldDirectory,
  isActive,
  knowsHead,
  memberByKid,
  recoveryAt,
} from "./directory/directory.ts"
export { type Roster, epochStale, foldRoster, onRoster, readersOf, recoveryStale } from "./directory/roster.ts"
export { type StatementPapers, checkStatement, statementsOn } from "./directory/statement.ts"
export { type EntryRead, bodyBytes, checkBody, entryRead, follows, headAfter, headerOf, verifyEntry } from "./entry/check-entry.ts"
export { envelopeHash, envelopesHash } from "./epoch/envelope-hash.ts"
export {
  answerIdOf,
  askIdOf,
  deskIdOf,
  directoryIdOf,
  drawerIdOf,
  entryHash,
  kidOf,
  membersIdOf,
  recipientPrintOf,
  recoveryIdOf,
  registerIdOf,
  rootPrintOf,
} from "./ids.ts"
export { signCheckpoint, verifyCheckpoint } from "./log/checkpoint.ts"
export { type Growing, growing } from "./log/growing.ts"
export { readSeen, seenIdOf } from "./log/seen.ts"
export {
  type ReadNodes,
  consistencyPath,
  inclusionPath,
  leafHash,
  nodeHash,
  provesConsistency,
  provesInclusion,
  rootAt,
} from "./log/tree.ts"
export { LetterSeal, verifyLetter } from "./letter/letter.ts"
export { checkWork } from "./mailbox/work.ts"
export { verifyCard } from "./card/verify-card.ts"
export {
  Assertion,
  type CertifiedPasskey,
  approvalChallenge,
  checkAssertion,
  isOriginOf,
  readMadePasskey,
} from "./passkey/assertion.ts"
export { MAX_AGE_HEADER, ageShape } from "./primitives/age-shape.ts"
export { digest, hashInto, hashOf, mac, randomBytes, runningHash, sha256 } from "./primitives/hash.ts"
export { type Signing, verifySignature } from "./primitives/sign.ts"
export { type PushSigning, newPushKey, pushSigning } from "./primitives/vapid.ts"
export { checkShare } from "./recovery/share.ts"
export { editionSigned } from "./release/edition.ts"
export { siteSignedBy } from "./release/manifest.ts"
export { releaseKeys, releasePrintOf } from "./release/release-key.ts"
export { randomToken, receiptSigning, signReceipt, verifyReceipt, verifySession } from "./session/session.ts"
