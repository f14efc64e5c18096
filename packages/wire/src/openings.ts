// Who fetched what a stream holds, by the hour, as the server wrote it down. Its word alone: no signature, no proof of completeness.
import * as v from "valibot"
import { Hour } from "./hour.ts"
import { Id } from "./id.ts"

/** Days after which an opening is forgotten. */
export const OPENING_DAYS = 90

/** GET /api/streams/:stream/openings — for those on its roster: who fetched entries or files of it, the latest hour first. */
export const Openings = v.strictObject({ rows: v.array(v.strictObject({ member: Id, hour: Hour })), more: v.boolean() })
export type Openings = v.InferOutput<typeof Openings>

/** GET /api/openings — what I fetched myself, the latest hour first. */
export const OwnOpenings = v.strictObject({ rows: v.array(v.strictObject({ stream: Id, hour: Hour })), more: v.boolean() })
export type OwnOpenings = v.InferOutput<typeof OwnOpenings>
