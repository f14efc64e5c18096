// Alarms: times at which members want to be woken, with a reason that only they can open. No alarm belongs to a stream or to its maker,
// so whoever sees that one is missing arms it, and any member may take one back.
import { ALARMS_AHEAD, Alarms, MOST_ALARMS, NewAlarm, refuse } from "@safe-conduct/wire"
import { Hono } from "hono"
import { waits } from "../door/queue.ts"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { minuteOf } from "../waking/begin.ts"
import { idIn, member } from "./access.ts"
import { atMost } from "./at-most.ts"
import { does, takes } from "./describe.ts"

export const alarms = (service: Service) =>
  new Hono()
    .get("/alarms", does("Every alarm that is armed, and those that woke somebody within a day.", Alarms), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      return c.json({ alarms: await service.store.alarms() } satisfies Alarms)
    })
    .put(
      "/alarms/:id",
      does("Arms an alarm, or moves it.", undefined, 204),
      atMost(service.limits.json),
      takes(NewAlarm),
      waits(service),
      async (c) => {
        const session = await member(service, c)
        if (!session.ok) return refused(c, session.refusal)
        const id = idIn(c, "id", "no-such-alarm")
        if (!id.ok) return refused(c, id.refusal)
        const alarm = c.req.valid("json")
        const now = minuteOf(service.now())
        if (alarm.at > now + ALARMS_AHEAD) return refused(c, refuse("too-far", "Alarms are armed for the next fifteen days.", "/at"))
        const no = await service.store.write(async (tx) => {
          const standing = await tx.alarms()
          const held = standing.find((one) => one.id === id.value)
          // One that fired for this very moment is not fired again by whoever arms it late.
          if (held === undefined && alarm.at <= now) return refuse("too-late", "This moment is past.", "/at")
          if (held === undefined && standing.length >= MOST_ALARMS)
            return refuse("too-many-alarms", "This desk has as many alarms as the server keeps.")
          await tx.putAlarm(id.value, alarm)
          return null
        })
        return no === null ? c.body(null, 204) : refused(c, no)
      },
    )
    .delete("/alarms/:id", does("Takes an alarm back.", undefined, 204), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const id = idIn(c, "id", "no-such-alarm")
      if (!id.ok) return refused(c, id.refusal)
      await service.store.write((tx) => tx.dropAlarm(id.value))
      return c.body(null, 204)
    })
