// What this member's client tells the server so that somebody is woken while every desk is closed: the order of duty for the days ahead,
// four fixed alarms a day whether or not anything is due, and alarms of their own for what comes in the long hours between two of them.
// Nothing is armed before the desk has set a rota. Whoever looks in arms what is missing; a slow or lost call is made up by the next.
import { dutyBetween, rotaInForce } from "@safe-conduct/domain/register"
import { addDays, dateIn, instantAt, instantOf, isTimeZone, localTimeOf, type TimeZone } from "@safe-conduct/domain/time"
import { openAlarm } from "@safe-conduct/sealing/open"
import { randomId, sealAlarm } from "@safe-conduct/sealing/seal"
import { activeMembers } from "@safe-conduct/sealing/verify"
import { ALARM_GRID, type Alarm, Alarms, DUTY_GRID, Duty, type DutySpan, type Id, type NewAlarm } from "@safe-conduct/wire"
import { type Result, ok } from "../result.ts"
import type { Core } from "./core.ts"
import { momentsAhead } from "./moments.ts"
import { rowsNow } from "./rows.ts"

const MINUTE = 60_000
const DAY_MINUTES = 1440
/** Days told and armed ahead. */
const DUTY_DAYS = 14
const ALARM_DAYS = 7
const FIXED = ["08:00", "12:00", "16:00", "20:00"].map(localTimeOf)
/** A moment further than so many minutes behind a fixed alarm has one of its own. */
const ALONE = 4 * 60
/** A desk that has many nights has the same alarms as one that has some. */
const MOST = 100
const PAUSE = 10 * MINUTE

const told = new WeakMap<Core, number>()

/** At most every ten minutes, and never in the way of what a member waits for. */
export async function keepArmed(core: Core): Promise<void> {
  const now = core.env.now()
  const { state } = core.register.folded()
  if ((state.rotas === undefined && state.duty.length === 0) || now - (told.get(core) ?? 0) < PAUSE) return
  told.set(core, now)
  const done = await tellDuty(core)
  if (!done.ok || !(await arm(core)).ok) told.delete(core)
}

/** The order of duty from this half hour on, as far as it differs from what the server was told. */
export async function tellDuty(core: Core): Promise<Result<null>> {
  const now = Math.floor(core.env.now() / MINUTE / DUTY_GRID) * DUTY_GRID
  const until = Math.floor(now / DAY_MINUTES) * DAY_MINUTES + DUTY_DAYS * DAY_MINUTES
  const active = activeMembers(core.inside.directory.now()).map(({ id }) => id)
  const spans = dutyBetween(core.register.folded().state, now * MINUTE, until * MINUTE).flatMap((span): readonly DutySpan[] => {
    const members = active.length === 0 ? [] : span.members.filter((id) => active.includes(id as Id))
    return members.length === 0 ? [] : [{ from: span.from / MINUTE, until: span.until / MINUTE, members: members as Id[] }]
  })
  const { api } = core.inside
  const standing = await api.ask(Duty, "/api/duty")
  if (!standing.ok) return standing
  const ahead = standing.value.spans.filter((span) => span.until > now).map((span) => ({ ...span, from: Math.max(now, span.from) }))
  return JSON.stringify(ahead) === JSON.stringify(spans) ? ok(null) : api.tell("PUT", "/api/duty", { spans })
}

interface Wanted {
  readonly at: number
  readonly every: number
}

async function arm(core: Core): Promise<Result<null>> {
  const { api, desk, member } = core.inside
  const { chain } = core.register
  const epoch = chain.roster?.epoch
  const key = epoch === undefined ? undefined : chain.keys.get(epoch)
  if (key === undefined) return ok(null)
  const standing = await api.ask(Alarms, "/api/alarms")
  if (!standing.ok) return standing
  const now = Math.floor(core.env.now() / MINUTE)
  const fixed = fixedAlarms(zoneOf(core), now)
  const wanted = [...fixed, ...lonely(core, fixed, now)]
  const same = (alarm: Wanted, one: Wanted): boolean =>
    alarm.every === one.every && (one.every === 0 ? alarm.at === one.at : alarm.at % DAY_MINUTES === one.at % DAY_MINUTES)
  for (const one of wanted) {
    if (standing.value.alarms.some((alarm) => same(alarm, one))) continue
    const id = randomId()
    const sealed = await sealAlarm({ desk, alarm: id }, key, { by: member, why: one.every === 0 ? "moment" : "fixed" })
    const put = await api.tell("PUT", `/api/alarms/${id}`, { ...one, wake: [], sealed } satisfies NewAlarm)
    if (!put.ok) return put
  }
  // What is wanted no more: a fixed one that the clocks have moved, whoever armed it; of the others only what this member armed, since
  // another may read what she may not.
  for (const alarm of standing.value.alarms) {
    if (alarm.at <= now || wanted.some((one) => same(alarm, one))) continue
    if (alarm.every === 0 && !(await mine(alarm, desk, key, member))) continue
    await api.tell("DELETE", `/api/alarms/${alarm.id}`)
  }
  return ok(null)
}

async function mine(alarm: Alarm, desk: Id, key: Uint8Array, member: Id): Promise<boolean> {
  const reason = await openAlarm({ desk, alarm: alarm.id }, key, alarm.sealed)
  return (reason as { readonly by?: unknown } | null)?.by === member
}

function zoneOf(core: Core): TimeZone {
  const zone = rotaInForce(core.register.folded().state)?.timeZone
  return isTimeZone(zone) ? zone : core.env.programme.law.zones.board
}

/** The next of each, by the clock of the rota; each comes again every day. */
function fixedAlarms(zone: TimeZone, now: number): readonly Wanted[] {
  const today = dateIn(instantOf(now * MINUTE), zone)
  return FIXED.map((time) => {
    const at = [0, 1].map((days) => instantAt(addDays(today, days), time, zone) / MINUTE).find((one) => one > now) as number
    return { at: Math.floor(at / ALARM_GRID) * ALARM_GRID, every: DAY_MINUTES }
  })
}

/** Every moment of the days ahead for which somebody is woken, and that no fixed alarm comes shortly before. */
function lonely(core: Core, fixed: readonly Wanted[], now: number): readonly Wanted[] {
  const sinceFixed = (at: number): number => Math.min(...fixed.map((one) => (((at - one.at) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES))
  const until = now + ALARM_DAYS * DAY_MINUTES
  const moments = momentsAhead(core, rowsNow(core), now * MINUTE, until * MINUTE)
    .map(({ at }) => Math.floor(at / MINUTE / ALARM_GRID) * ALARM_GRID)
    .filter((at) => at > now && sinceFixed(at) > ALONE)
  return [...new Set(moments)]
    .sort((a, b) => a - b)
    .slice(0, MOST)
    .map((at) => ({ at, every: 0 }))
}
