// The law as this desk works by it: what ships, what two members signed over it, and the places that members brought. Worked out from
// the register when it is asked for; the lists of places, which are long, are fetched when everything else is there.
import type { Law } from "@safe-conduct/domain/clock"
import { type Facility, FacilityList, facilityByCode } from "@safe-conduct/domain/custody"
import { type Overlay, lawWith } from "@safe-conduct/domain/overlay"
import { type RegisterState, changesInForce, noticeFor, signedChanges, waitingChanges } from "@safe-conduct/domain/register"
import { utf8 } from "@safe-conduct/wire"
import * as v from "valibot"
import { downloadFile } from "../file/download.ts"
import { sourceOfBytes } from "../file/source.ts"
import { uploadFile } from "../file/upload.ts"
import { type Result, no, ok } from "../result.ts"
import type { Core } from "./core.ts"
import type { LawView } from "./law-port.ts"
import type { Acted } from "./vault-port.ts"

interface LawBook {
  readonly changes: RegisterState["lawApprovals"]
  readonly proposals: RegisterState["lawChanges"]
  readonly places: readonly Facility[]
  /** By how many of the signed changes are laid over it. */
  readonly laws: Map<number, Law>
}

const books = new WeakMap<Core, LawBook>()
const lists = new WeakMap<Core, Map<string, readonly Facility[]>>()
const noPlaces: readonly Facility[] = []

function bookOf(core: Core): LawBook {
  const { lawApprovals, lawChanges } = core.register.folded().state
  const known = books.get(core)
  if (known !== undefined && known.changes === lawApprovals && known.proposals === lawChanges) return known
  const book = { changes: lawApprovals, proposals: lawChanges, places: known?.places ?? noPlaces, laws: new Map() }
  books.set(core, book)
  return book
}

/** The law with the first `count` of the signed changes; the same object as long as nothing of it changes. */
export function lawAfter(core: Core, count: number): Law {
  const { laws, places } = bookOf(core)
  const known = laws.get(count)
  if (known !== undefined) return known
  const made = lawWith(core.env.programme.law, {
    changes: changesInForce(core.register.folded().state).slice(0, count),
    facilities: places,
  })
  laws.set(count, made)
  return made
}

export const lawNow = (core: Core): Law => lawAfter(core, core.register.folded().state.lawApprovals?.length ?? 0)

export const overlayOf = (core: Core): Overlay => ({
  changes: changesInForce(core.register.folded().state),
  facilities: bookOf(core).places,
})

/** Fetches the lists that are held and not here yet. What cannot be fetched or read is tried again the next time round. */
export async function fetchPlaces(core: Core, open: () => boolean): Promise<void> {
  let here = lists.get(core)
  if (here === undefined) lists.set(core, (here = new Map()))
  const held = core.register.folded().state.facilityLists ?? []
  let changed = (bookOf(core).places.length > 0 || held.length > 0) && held.length !== here.size
  for (const { file } of held) {
    if (here.has(file.id)) continue
    const got = await downloadFile(core.inside.api, file)
    if (!got.ok || !open()) continue
    const list = readList(got.value)
    if (list === null) continue
    here.set(file.id, list.facilities)
    changed = true
  }
  if (!changed) return
  const all = held.flatMap(({ file }) => here.get(file.id) ?? [])
  const book = bookOf(core)
  books.set(core, { ...book, places: all, laws: new Map() })
  core.emit({ what: "register", stream: core.register.stream })
}

function readList(bytes: Uint8Array): FacilityList | null {
  try {
    return v.parse(FacilityList, JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}

/** Seals a list of places as a file of the register and writes the line that holds it. */
export async function holdFacilities(core: Core, list: unknown): Promise<Result<Acted>> {
  const read = v.safeParse(FacilityList, list)
  if (!read.success) return no("list-malformed", "This is not a list of places.")
  const bytes = utf8(JSON.stringify(read.output))
  const sent = await uploadFile({ api: core.inside.api, source: sourceOfBytes(bytes, "places.json", "application/json") })
  if (!sent.ok) return sent
  const { facilities, from } = read.output
  const input = { file: sent.value, from, facilities: facilities.length, staging: facilities.filter((one) => one.staging).length }
  const done = await core.register.act([{ does: "hold-facilities", input, objects: [sent.value.id as never] }])
  if (!done.ok) return done
  core.emit({ what: "register", stream: core.register.stream })
  return ok(done.value.at(-1) as Acted)
}

export function lawView(core: Core): LawView {
  const { state } = core.register.folded()
  const shipped = core.env.programme.law
  const who = (member: string) => ({ member, name: core.nameOf(member), mine: core.isMe(member) })
  return {
    head: core.register.head(),
    overlay: overlayOf(core),
    signed: signedChanges(state).map(({ proposed, approved }) => ({
      entry: proposed.made.hash,
      change: proposed.change,
      why: proposed.why,
      by: who(proposed.made.by),
      approvedBy: who(approved.made.by),
      at: approved.made.at,
    })),
    waiting: waitingChanges(state).map((row) => ({
      entry: row.made.hash,
      seq: row.made.seq,
      change: row.change,
      why: row.why,
      by: who(row.made.by),
      at: row.made.at,
      refused: core.register.may("approve-law-change", { entry: row.made.hash })?.error ?? null,
    })),
    lists: (state.facilityLists ?? []).map((row) => ({
      seq: row.made.seq,
      from: row.from,
      facilities: row.facilities,
      staging: row.staging,
      by: who(row.made.by),
      at: row.made.at,
      here: lists.get(core)?.has(row.file.id) === true,
    })),
    notice: noticeFor(state, "desk", core.env.now()),
    shipped: { version: shipped.version, verifiedOn: shipped.verifiedOn, facilities: shipped.facilities.length },
  }
}

/** What the list knows of a place beside what a case recorded of it. */
export const placeOf = (core: Core, code: string | null | undefined): Facility | undefined =>
  code === null || code === undefined || code === "" ? undefined : facilityByCode(code, lawNow(core).facilities)
