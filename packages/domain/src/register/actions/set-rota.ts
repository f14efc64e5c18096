// Who is on duty in a week that repeats, by the clock of one place: lines of a day and hours, each with whoever is woken first, second and
// so on. A line that ends before it begins goes over midnight. What `set-duty` says of single hours goes before it.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { LocalTime } from "../../time/index.ts"
import { action } from "../action.ts"

const Member = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
/** Half hours, since the server is told no finer. */
const HalfHour = v.pipe(
  LocalTime,
  v.check((time: LocalTime) => /:[03]0$/.test(time), "not-a-half-hour"),
)

export const RotaLine = v.strictObject({
  /** Monday is 1. */
  day: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  from: HalfHour,
  until: HalfHour,
  members: v.pipe(v.array(Member), v.minLength(1, "nobody-named"), v.maxLength(10, "too-many")),
})
export type RotaLine = v.InferOutput<typeof RotaLine>

export const SetRota = v.strictObject({
  /** By its shape alone: which zones there are changes with the machine, and no fold may. */
  timeZone: v.pipe(v.string(), v.maxLength(64), v.regex(/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*$/, "bad-time-zone")),
  lines: v.pipe(v.array(RotaLine), v.maxLength(100, "too-many")),
})
export type SetRota = v.InferOutput<typeof SetRota>

export const setRota = action({
  does: "set-rota",
  v: 1,
  input: SetRota,
  apply: (state, input, ctx) => ({ ...state, rotas: [...(state.rotas ?? []), { ...input, made: madeOf(ctx) }] }),
})
