// What the server shows of its log: GET /api/log, /api/log/consistency, /api/log/inclusion, /api/log/leaves.
import * as v from "valibot"
import { Seq } from "../head.ts"
import { Hash } from "../id.ts"

/** A tree of 2⁵³ leaves needs no more. */
const Path = v.pipe(v.array(Hash), v.maxLength(110))

/** GET /api/log/consistency?from=&to= — that the first `from` leaves of `to` are the same ones as before. */
export const Consistency = v.strictObject({ path: Path })
export type Consistency = v.InferOutput<typeof Consistency>

/** GET /api/log/inclusion?stream=&seq=&size= — where an entry stands among the first `size` leaves. */
export const Inclusion = v.strictObject({ place: Seq, path: Path })
export type Inclusion = v.InferOutput<typeof Inclusion>

/** How many hashes one answer of GET /api/log/leaves?from=&to= carries at most, 32 bytes each. */
export const LEAVES_AT_ONCE = 32_768
