// Who is on duty, and who is being woken: read from the register and from the server, written to both.
import { dutyBetween, rotaInForce } from "@safe-conduct/domain/register"
import { activeMembers } from "@safe-conduct/sealing/verify"
import { OwnWays, Wakes } from "@safe-conduct/wire"
import { type Result, ok } from "../result.ts"
import { tellDuty } from "./arming.ts"
import type { Core } from "./core.ts"
import type { DutyMember, DutySpanView, DutyView, WakeView } from "./duty-port.ts"

const DAY = 86_400_000

const named = (core: Core, member: string): DutyMember => ({ member: member as never, name: core.nameOf(member) || member })

export function dutyView(core: Core): DutyView {
  const { state } = core.register.folded()
  const now = core.env.now()
  const active = activeMembers(core.inside.directory.now()).map(({ id }) => id as string)
  const spans = dutyBetween(state, now, now + 8 * DAY).map(
    ({ from, until, members }): DutySpanView => ({
      from,
      until,
      members: members.filter((id) => active.includes(id)).map((id) => named(core, id)),
    }),
  )
  const rota = rotaInForce(state)
  return {
    now: spans[0] as DutySpanView,
    spans,
    rota: rota === null ? null : { timeZone: rota.timeZone, lines: rota.lines },
    members: active.map((id) => named(core, id)).sort((a, b) => (a.name < b.name ? -1 : 1)),
    mine: core.inside.member as never,
  }
}

/** Written into the register first, then told: the server never knows a rota that the desk does not. */
export async function actDuty(core: Core, does: "set-rota" | "set-duty", input: unknown): Promise<Result<null>> {
  const done = await core.register.act([{ does, input }])
  if (!done.ok) return done
  core.emit({ what: "register" })
  return tellDuty(core)
}

export async function wakeViews(core: Core): Promise<Result<readonly WakeView[]>> {
  const got = await core.inside.api.ask(Wakes, "/api/wakes")
  if (!got.ok) return got
  return ok(
    got.value.wakes.map(
      ({ taken, notices, ...wake }): WakeView => ({
        ...wake,
        taken: taken === null ? null : { name: taken.by === null ? null : named(core, taken.by).name, how: taken.how },
        notices: notices.map(({ member, ...notice }) => ({ ...notice, name: named(core, member).name })),
      }),
    ),
  )
}

export const ownWays = (core: Core): Promise<Result<OwnWays>> => core.inside.api.ask(OwnWays, "/api/ways")
