// The one byte layout of an entry's header: what is hashed and signed. Both sides rebuild it; nothing signed is ever JSON.
//   PAE("safe-conduct/entry/1", desk, stream, u64 seq, prev, author, u32 epoch, u64 dirSeq, dirHash, SHA-256(body), u32 size,
//       PAE("objects", ids…), PAE("guards", stream ‖ u64 seq ‖ hash …))
import { type Bytes, concat, pae, u32be, u64be } from "./bytes.ts"
import type { Header } from "./entry.ts"
import type { Guard } from "./head.ts"
import { hashBytes, idBytes } from "./id.ts"
import { labels } from "./labels.ts"

export const headerBytes = (h: Header): Bytes =>
  pae(
    labels.entry,
    idBytes(h.desk),
    idBytes(h.stream),
    u64be(h.seq),
    hashBytes(h.prev),
    idBytes(h.author),
    u32be(h.epoch),
    u64be(h.dirSeq),
    hashBytes(h.dirHash),
    hashBytes(h.bodyHash),
    u32be(h.size),
    pae("objects", ...h.objects.map(idBytes)),
    pae("guards", ...h.guards.map(guardBytes)),
  )

/** A guard on an empty stream (seq -1) is written with seq 2⁵³−1, which no stream reaches. */
const guardBytes = (g: Guard): Bytes => concat(idBytes(g.stream), u64be(g.seq === -1 ? Number.MAX_SAFE_INTEGER : g.seq), hashBytes(g.hash))

/** What a sealed body of a shared stream is bound to: everything of the header that is known before sealing. */
export const entryAad = (h: Pick<Header, "desk" | "stream" | "seq" | "prev" | "author" | "epoch" | "dirSeq" | "dirHash">): Bytes =>
  pae(
    labels.entryAad,
    idBytes(h.desk),
    idBytes(h.stream),
    u64be(h.seq),
    hashBytes(h.prev),
    idBytes(h.author),
    u32be(h.epoch),
    u64be(h.dirSeq),
    hashBytes(h.dirHash),
  )
