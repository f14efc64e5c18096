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
  SayGiven,
  SubmitGiven,
  SubmitProgress,
  SubmitStage,
  Submitted,
  Wish,
} from "./asker-port.ts"
export type { FileSource } from "../file/source.ts"
export { sourceOfBlob, sourceOfBytes } from "../file/source.ts"
export type { Result, Refusal } from "../result.ts"
