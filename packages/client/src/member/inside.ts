// What the parts of the vault share once it is open. Never leaves the vault.
import type { MemberKeys, Seeds } from "@safe-conduct/sealing/seal"
import type { Id, PublicKey, Receipt } from "@safe-conduct/wire"
import type { Api } from "../api.ts"
import type { People } from "../stream/touch.ts"
import type { DirectoryBook } from "./directory-book.ts"

export interface Inside {
  readonly api: Api
  readonly desk: Id
  readonly member: Id
  readonly keys: MemberKeys
  /** Kept for a further way in, and for what is half written when the screen locks. */
  readonly seeds: Seeds
  readonly directory: DirectoryBook
  /** Null until the book of the members stream stands. */
  people: People | null
  /** Whose signature begins a new edition. */
  readonly releaseKeys: readonly PublicKey[]
  /** The last receipt of each stream written to, until the server has shown that its log holds it. */
  readonly receipts: Map<Id, { readonly receipt: Receipt; readonly at: number }>
  /** Milliseconds since 1970. */
  readonly now: () => number
}
