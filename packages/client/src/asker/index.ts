// The door for people asking for help: the portal and `submit`. Small on purpose: nothing of the member's side is behind it.
export type {
  AskerEnv,
  Desk,
  DraftStore,
  Journal,
  Mailbox,
  MailboxMessage,
  MailboxView,
  NewCode,
  PublicSaid,
  SayGiven,
  SubmitGiven,
  SubmitProgress,
  SubmitStage,
  Submitted,
  Wish,
} from "./asker-port.ts"
export { type CodeLanguage, type ReadWords, type RepairedWord, childOf, newCode, readCode, wordsOf } from "./code.ts"
export { connect } from "./connect.ts"
export { type Device, type Shelf, KEEP_DAYS, browserShelf, memoryShelf, openDevice } from "./device.ts"
export { type FolderRow, openFolder } from "./folder.ts"
export { type KeptCode, keptCode } from "./kept-code.ts"
export { openMailbox } from "./mailbox.ts"
export { ownCopy } from "./own-copy.ts"
export { saidToEverybody } from "./statements.ts"
export { submit } from "./submit.ts"
export type { FileSource } from "../file/source.ts"
export { sourceOfBlob, sourceOfBytes } from "../file/source.ts"
export type { Refusal, Result } from "../result.ts"
