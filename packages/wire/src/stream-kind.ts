// What the server knows of a stream: who writes first and by which rule. What a stream is *about* is inside the seal.
import * as v from "valibot"

/**
 * `directory` certificates in the clear · `ask` one mailbox's writing side, the code's key alone · `answer` its replying
 * side, the reply key alone · `shared` a chain with a roster (what it holds, only its members know) ·
 * `seen` one member's word on where the log stood, in the clear for all members.
 */
export const StreamKind = v.picklist(["directory", "ask", "answer", "shared", "seen"])
export type StreamKind = v.InferOutput<typeof StreamKind>
