// Waking someone (protocol 10): what members arm, the order of duty that the server is told, where a member lets herself be woken, and
// what became of each wake. None of it names a stream; an alarm's reason is sealed.
import * as v from "valibot"
import { type Bytes, pae } from "./bytes.ts"
import { Hour } from "./hour.ts"
import { Id, idBytes } from "./id.ts"
import { labels } from "./labels.ts"

/** Minutes since 1970, UTC. Alarms stand on quarters of an hour and duty on halves, so that neither says much. */
export const Minute = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
export const ALARM_GRID = 15
export const DUTY_GRID = 30
/** Alarms a desk may have standing, and minutes ahead for which they and the duty may be told. */
export const MOST_ALARMS = 500
export const ALARMS_AHEAD = 15 * 24 * 60
const onGrid = (grid: number) => v.check((at: number) => at % grid === 0, "not on the grid")

/** Sealed bytes of an alarm, base64: 256 whatever is in them, and as many where nothing is. */
export const ALARM_BYTES = 256
const AlarmSealed = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{342}==$/, "not 256 bytes"))

const Order = v.pipe(v.array(Id), v.maxLength(50))

/** PUT /api/alarms/:id. `wake` empty: whoever is on duty then. `every` in minutes, 0 for once. */
export const NewAlarm = v.strictObject({
  wake: Order,
  at: v.pipe(Minute, onGrid(ALARM_GRID)),
  every: v.pipe(Minute, onGrid(ALARM_GRID), v.maxValue(7 * 24 * 60)),
  sealed: AlarmSealed,
})
export type NewAlarm = v.InferOutput<typeof NewAlarm>
/** `fired`: the moment for which it last woke somebody, 0 before. */
export const Alarm = v.strictObject({ id: Id, ...NewAlarm.entries, fired: Minute })
export type Alarm = v.InferOutput<typeof Alarm>
export const Alarms = v.strictObject({ alarms: v.array(Alarm) })
export type Alarms = v.InferOutput<typeof Alarms>
export const alarmAad = (desk: Id, alarm: Id): Bytes => pae(labels.alarmAad, idBytes(desk), idBytes(alarm))

/** GET and PUT /api/duty: who is woken in which order, for the days that members have armed. In order of time, none over another. */
export const DutySpan = v.strictObject({
  from: v.pipe(Minute, onGrid(DUTY_GRID)),
  until: v.pipe(Minute, onGrid(DUTY_GRID)),
  members: v.pipe(Order, v.minLength(1)),
})
export type DutySpan = v.InferOutput<typeof DutySpan>
export const Duty = v.strictObject({ spans: v.pipe(v.array(DutySpan), v.maxLength(720)) })
export type Duty = v.InferOutput<typeof Duty>

/** GET /duty.json, for anybody: until when somebody is on duty, or from when; both null where nothing is known. */
export const DutyNow = v.strictObject({ until: v.nullable(Minute), from: v.nullable(Minute) })
export type DutyNow = v.InferOutput<typeof DutyNow>

export const wayKinds = ["webhook", "mail", "push"] as const
export type WayKind = (typeof wayKinds)[number]

/** PUT /api/ways: where a member lets herself be woken; null takes it back. */
export const Ways = v.strictObject({
  webhook: v.nullable(v.pipe(v.string(), v.maxLength(500), v.url("bad-address"))),
  mail: v.nullable(v.pipe(v.string(), v.maxLength(200), v.regex(/^[^\s<>@,;:"'\\]+@[^\s<>@,;:"'\\]+$/, "bad-address"))),
  /** What her browser gave her when she let it be woken: an address at its push service. */
  push: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(1000), v.url("bad-address"))), null),
  language: v.picklist(["ru", "en", "fr"]),
})
export type Ways = v.InferOutput<typeof Ways>
/** GET /api/ways. `can`: what whoever runs the server has set up. `pushKey`: what a browser is shown, where there is Web Push. */
export const OwnWays = v.strictObject({ ...Ways.entries, can: v.array(v.picklist(wayKinds)), pushKey: v.nullable(v.string()) })
export type OwnWays = v.InferOutput<typeof OwnWays>

export const wakeKinds = ["request", "alarm", "test"] as const
export type WakeKind = (typeof wakeKinds)[number]
export const noticeStates = ["due", "sending", "sent", "failed", "over"] as const
export type NoticeState = (typeof noticeStates)[number]

/** GET /api/wakes — those of the last seven days, the latest first. */
export const Wake = v.strictObject({
  id: Id,
  kind: v.picklist(wakeKinds),
  hour: Hour,
  /** How many steps it went up: one, whoever is on duty was told; two, the second; three and more, everyone. */
  step: Minute,
  /** When the next step comes; null once nobody is to be woken any more. */
  next: v.nullable(Minute),
  taken: v.nullable(v.strictObject({ by: v.nullable(Id), how: v.picklist(["link", "desk", "answer"]) })),
  notices: v.array(v.strictObject({ member: Id, step: Minute, way: v.picklist(wayKinds), state: v.picklist(noticeStates), hour: Hour })),
})
export type Wake = v.InferOutput<typeof Wake>
export const Wakes = v.strictObject({ wakes: v.array(Wake) })
export type Wakes = v.InferOutput<typeof Wakes>

/** POST /api/wakes/hold — by the link of a notice, without a session: the ladder waits so many minutes and nothing is told. */
export const HoldWake = v.strictObject({ token: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, "not a token")) })
export type HoldWake = v.InferOutput<typeof HoldWake>
export const HOLD_MINUTES = 30
export const WAKE_DAYS = 7
