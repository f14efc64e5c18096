// What the release key signs when the product's rules change: the edition's number, the same for every kind of stream.
import { type Bytes, fromHex, pae, u32be } from "./bytes.ts"
import type { PublicKey } from "./id.ts"
import { labels } from "./labels.ts"

export const editionBytes = (edition: number): Bytes => pae(labels.edition, u32be(edition))

/** The release key's fingerprint, as people compare it: see the root's. */
export const releasePrintBytes = (key: PublicKey): Bytes => pae(labels.releasePrint, fromHex(key))
