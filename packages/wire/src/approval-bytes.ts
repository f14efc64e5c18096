// What a passkey signs when a member approves with a touch: this approval, of this entry, on what she saw, by her, and no other.
import { type Bytes, concat, pae, u64be } from "./bytes.ts"
import { type Head } from "./head.ts"
import { type Hash, type Id, hashBytes, idBytes } from "./id.ts"
import { labels } from "./labels.ts"

export interface ApprovalPlace {
  readonly desk: Id
  readonly stream: Id
  /** Hash of the entry that is approved. */
  readonly entry: Hash
  /** What was on the screen: never before the stream's first entry. */
  readonly saw: Head
  readonly member: Id
}

/** Its SHA-256 is the challenge that the authenticator signs. */
export const approvalBytes = ({ desk, stream, entry, saw, member }: ApprovalPlace): Bytes =>
  pae(labels.approval, idBytes(desk), idBytes(stream), hashBytes(entry), concat(u64be(saw.seq), hashBytes(saw.hash)), idBytes(member))

/** What is given to an authenticator to make the secret of a passkey; the same for everyone at this desk, and no secret. */
export const passkeyPrfBytes = (desk: Id): Bytes => pae(labels.passkeyPrf, idBytes(desk))
