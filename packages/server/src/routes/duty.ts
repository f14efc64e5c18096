// The order of duty, as members told it for the next days; and the one thing that anybody may know of it.
import { ALARMS_AHEAD, Duty, DutyNow, type DutySpan, type Refusal, refuse } from "@safe-conduct/wire"
import { Hono } from "hono"
import { waits } from "../door/queue.ts"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { minuteOf } from "../waking/begin.ts"
import { dutyNow } from "../waking/ladder.ts"
import { member } from "./access.ts"
import { atMost } from "./at-most.ts"
import { does, takes } from "./describe.ts"

export const duty = (service: Service) =>
  new Hono()
    .get("/duty", does("Who is woken in which order, for the days that were told.", Duty), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      return c.json({ spans: await service.store.duty() } satisfies Duty)
    })
    .put(
      "/duty",
      does("Tells the order of duty for the next days, in place of what was told before.", undefined, 204),
      atMost(service.limits.json),
      takes(Duty),
      waits(service),
      async (c) => {
        const session = await member(service, c)
        if (!session.ok) return refused(c, session.refusal)
        const { spans } = c.req.valid("json")
        const bad = disorder(spans, minuteOf(service.now()))
        if (bad) return refused(c, bad)
        await service.store.write((tx) => tx.putDuty(spans))
        return c.body(null, 204)
      },
    )

function disorder(spans: readonly DutySpan[], now: number): Refusal | null {
  for (const [n, { from, until }] of spans.entries()) {
    if (until <= from || from < (spans[n - 1]?.until ?? 0)) return refuse("malformed", "Spans follow one another in time.", `/spans/${n}`)
    if (until > now + ALARMS_AHEAD) return refuse("too-far", "Duty is told for the next fifteen days.", `/spans/${n}/until`)
  }
  return null
}

/** For the first page of the portal. No member's id and no name, and nothing beyond the next change. */
export const dutyForAnybody = (service: Service) =>
  new Hono().get("/duty.json", does("Whether somebody is on duty, until when, or from when.", DutyNow), async (c) => {
    c.header("cache-control", "no-store")
    return c.json(dutyNow(await service.store.duty(), minuteOf(service.now())) satisfies DutyNow)
  })
