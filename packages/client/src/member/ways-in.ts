// A member's own ways in: her seven words and her passkeys, each with the seeds sealed under it. The server keeps the sealed seeds by
// place; what each of them is, and when it was last used, lies sealed in her own drawer.
import { locate, locateByPasskey, unwrapByPasskey } from "@safe-conduct/sealing/open"
import { type Wrapped, newPassphrase, wrapSeeds, wrapUnderPasskey } from "@safe-conduct/sealing/seal"
import { readMadePasskey, rootPrintOf } from "@safe-conduct/sealing/verify"
import { passkeysOf } from "@safe-conduct/domain/members"
import { Id, toBase64 } from "@safe-conduct/wire"
import * as v from "valibot"
import { type Result, no, ok } from "../result.ts"
import { type Turn, newTurn } from "../turn.ts"
import type { Core } from "./core.ts"
import type { WayIn } from "./unlock.ts"
import type { OwnKey, PasskeyMade } from "./vault-port.ts"

const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const Kept = v.object({
  locator: Id,
  kind: v.picklist(["words", "passkey"]),
  /** As she calls it: "laptop", "key on the ring". */
  name: v.string(),
  made: v.nullable(Day),
  used: v.nullable(Day),
  /** Words that were shown and not yet typed back. */
  unproved: v.optional(v.boolean()),
  passkey: v.optional(v.object({ credential: v.string(), rpId: v.string(), alg: v.string(), key: v.string() })),
})
type Kept = v.InferOutput<typeof Kept>

const NAME = "ways-in"
const today = (core: Core): string => new Date(core.env.now()).toISOString().slice(0, 10)

function keptIn(core: Core): readonly Kept[] {
  const value = core.drawer.folded().state.kept.findLast((row) => row.name === NAME)?.value
  const read = v.safeParse(v.array(Kept), value)
  return read.success ? read.output : []
}

const turns = new WeakMap<Core, Turn>()
function inTurn<T>(core: Core, act: () => Promise<T>): Promise<T> {
  const turn = turns.get(core) ?? newTurn()
  turns.set(core, turn)
  return turn(act)
}

/** All of the list is written at each change: one after the other, or what one added the next would drop. The same list is not written. */
const keep = (core: Core, change: (rows: readonly Kept[]) => readonly Kept[]): Promise<Result<null>> =>
  inTurn(core, async () => {
    const rows = keptIn(core)
    const value = change(rows)
    const done = value === rows ? ok(null) : await core.drawer.act([{ does: "keep", input: { name: NAME, value } }])
    return done.ok ? ok(null) : done
  })

const wrapped = (core: Core, rpId: string): Wrapped => {
  const directory = core.inside.directory.now()
  const { seeds, desk, member } = core.inside
  return { seeds, desk, rootPrint: rootPrintOf(directory.root), directory: directory.head, member, rpId }
}

/** Her own way in, the day it was used: at most one line a day for each. A fault here is none of signing in. */
export async function noteUnlock(core: Core, by: WayIn | null): Promise<void> {
  if (by !== null) await keep(core, (rows) => usedToday(rows, by, today(core)))
}

function usedToday(rows: readonly Kept[], by: WayIn, day: string): readonly Kept[] {
  const row = rows.find((one) => one.locator === by.locator)
  if (row?.used === day) return rows
  const used: Kept = row === undefined ? { locator: by.locator, kind: by.kind, name: "", made: null, used: day } : { ...row, used: day }
  return row === undefined ? [...rows, used] : rows.map((one) => (one === row ? used : one))
}

/** Hers as the drawer tells them, and places that the server keeps for her and the drawer does not know. */
export async function ownKeys(core: Core): Promise<Result<readonly OwnKey[]>> {
  // How she came in is written down behind her.
  await inTurn(core, () => Promise.resolve())
  const places = await core.inside.api.wraps()
  if (!places.ok) return places
  const rows = keptIn(core)
  const counts = new Set(passkeysOf(core.members.folded().state, core.inside.member).map((row) => row.credential))
  const known = rows.map((row): OwnKey => {
    const { locator, kind, name, made, used } = row
    const now = core.opened.by?.locator === locator
    const stands = places.value.locators.includes(locator)
    return {
      locator,
      kind,
      name,
      made,
      used,
      now,
      stands,
      rpId: row.passkey?.rpId ?? null,
      counts: row.passkey !== undefined && counts.has(row.passkey.credential),
      unproved: row.unproved === true,
    }
  })
  const unlisted = places.value.locators
    .filter((locator) => !rows.some((row) => row.locator === locator))
    .map(
      (locator): OwnKey => ({
        locator,
        kind: "unlisted",
        name: "",
        made: null,
        used: null,
        now: core.opened.by?.locator === locator,
        stands: true,
        rpId: null,
        counts: false,
        unproved: false,
      }),
    )
  return ok([...known, ...unlisted])
}

/** Ids of passkeys that she has, so that an authenticator does not make a second one in the same place. */
export const ownCredentials = (core: Core, rpId: string): readonly string[] =>
  keptIn(core).flatMap((row) => (row.passkey?.rpId === rpId ? [row.passkey.credential] : []))

/** Seals the seeds under a passkey just made, tries that it opens, and says to all members that it is hers. */
export async function addPasskey(core: Core, made: PasskeyMade): Promise<Result<null>> {
  const { inside } = core
  const passkey = readMadePasskey(made.authenticatorData, made.rpId)
  if ("error" in passkey) return { ok: false, refusal: passkey }
  const located = locateByPasskey(made.answer, made.credential, inside.desk)
  if (located === null || passkey.credential !== toBase64(made.credential))
    return no("passkey-no-answer", "This passkey cannot open anything: it gives no secret.")
  const { locator, blob } = await wrapUnderPasskey(located, wrapped(core, made.rpId))
  const put = await inside.api.putWrap(locator, { blob })
  if (!put.ok) return put
  // A way in that does not open is worse than none.
  const kept = await inside.api.wrap(locator)
  if (!kept.ok) return kept
  if ((await unwrapByPasskey(located, inside.desk, made.rpId, kept.value.blob)) === null)
    return no("passkey-opens-nothing", "This passkey opens nothing here.")
  const day = today(core)
  const row: Kept = { locator, kind: "passkey", name: made.name.trim().slice(0, 60), made: day, used: day, passkey }
  const listed = await keep(core, (rows) => [...rows.filter((one) => one.locator !== locator), row])
  return listed.ok ? certify(core, row) : listed
}

async function certify(core: Core, { passkey }: Kept): Promise<Result<null>> {
  if (passkey === undefined) return ok(null)
  const done = await core.members.act([{ does: "certify-passkey", input: passkey }])
  return done.ok || done.refusal.error === "passkey-known" ? ok(null) : done
}

/** A lost passkey: it opens nothing any more, and its touch no longer counts. Words are renewed, never only removed. */
export async function removeKey(core: Core, locator: string): Promise<Result<null>> {
  const all = await ownKeys(core)
  if (!all.ok) return all
  const key = all.value.find((one) => one.locator === locator)
  if (key === undefined) return no("no-such-wrap", "No seeds are kept in this place.")
  const others = all.value.filter((one) => one !== key && one.stands && one.kind !== "unlisted" && !one.unproved)
  if (key.kind === "words" && !key.unproved && !others.some((one) => one.kind === "words"))
    return no("words-stay", "Words are renewed and not removed: they open on any device.")
  if (others.length === 0) return no("last-way-in", "This is your only way in.")
  const credential = keptIn(core).find((row) => row.locator === locator)?.passkey?.credential
  if (key.counts) {
    const retired = await core.members.act([{ does: "retire-passkey", input: { credential } }])
    if (!retired.ok && retired.refusal.error !== "passkey-unknown") return retired
  }
  const dropped = await core.inside.api.dropWrap(locator)
  if (!dropped.ok && dropped.status !== 404) return dropped
  return keep(core, (rows) => rows.filter((row) => row.locator !== locator))
}

/** New words, shown once. The old ones open until the new are typed back: nobody is locked out by a page that was closed. */
export async function renewWords(core: Core): Promise<Result<{ readonly passphrase: string }>> {
  const passphrase = newPassphrase(await core.env.words)
  const { locator, blob } = await wrapSeeds(passphrase, wrapped(core, ""))
  for (const old of keptIn(core).filter((row) => row.unproved === true)) {
    const dropped = await core.inside.api.dropWrap(old.locator)
    if (!dropped.ok && dropped.status !== 404) return dropped
  }
  const put = await core.inside.api.putWrap(locator, { blob })
  if (!put.ok) return put
  const row: Kept = { locator, kind: "words", name: "", made: today(core), used: null, unproved: true }
  const listed = await keep(core, (rows) => [...rows.filter((one) => one.unproved !== true), row])
  return listed.ok ? ok({ passphrase }) : listed
}

/** The new words typed back: from now on they alone open, and every other place that is no passkey of hers is deleted. */
export async function confirmWords(core: Core, typed: string): Promise<Result<null>> {
  const { locator } = await locate(typed, core.inside.desk)
  const rows = keptIn(core)
  const row = rows.find((one) => one.locator === locator && one.unproved === true)
  if (row === undefined) return no("words-differ", "These are not the words that were just shown.")
  const places = await core.inside.api.wraps()
  if (!places.ok) return places
  const stays = new Set<string>([locator, ...rows.flatMap((one) => (one.kind === "passkey" ? [one.locator] : []))])
  for (const place of places.value.locators) {
    if (stays.has(place)) continue
    const dropped = await core.inside.api.dropWrap(place)
    if (!dropped.ok && dropped.status !== 404) return dropped
  }
  const { unproved: _, ...proved } = row
  return keep(core, (now) => [...now.filter((one) => one.kind === "passkey"), { ...proved, used: today(core) }])
}
