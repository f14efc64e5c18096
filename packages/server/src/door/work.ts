// The proof of work that a new mailbox pays, once: constant, bound to its id, never asked to read, reply or add.
import { checkWork } from "@safe-conduct/sealing/verify"
import { type Id, type Refusal, refuse } from "@safe-conduct/wire"

export const paidWork = (ask: Id, nonce: number): Refusal | null =>
  checkWork(ask, nonce) ? null : refuse("no-work", "The proof of work does not hold for this mailbox.", "/work")
