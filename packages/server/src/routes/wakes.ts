// Wakes under way and past. A member takes one in the desk, and it is over. Whoever holds the link of a notice can make the ladder wait
// for half an hour, once, and see nothing at all: a link passes through other hands, and none of them may silence a night (decision 0032).
import { hashOf } from "@safe-conduct/sealing/verify"
import { HOLD_MINUTES, HoldWake, type Wake, Wakes, hourOf, refuse, utf8 } from "@safe-conduct/wire"
import { Hono } from "hono"
import { waits } from "../door/queue.ts"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { minuteOf } from "../waking/begin.ts"
import { endWake } from "../waking/round.ts"
import { idIn, member } from "./access.ts"
import { atMost } from "./at-most.ts"
import { does, takes } from "./describe.ts"

/** Hours after which the link of a notice holds nothing. */
const LINK_HOURS = 2
const SHOWN = 50

export const wakes = (service: Service) =>
  new Hono()
    .get("/wakes", does("Who is being woken and who was, step by step.", Wakes), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const { store } = service
      // A test concerns nobody but whoever made it.
      const rows = (await store.wakes()).filter(({ kind, members }) => kind !== "test" || members.includes(session.value.subject))
      const shown = rows.toSorted((a, b) => Number(b.due > 0) - Number(a.due > 0)).slice(0, SHOWN)
      const notices = await store.notices(shown.map(({ wake }) => wake))
      const told = shown.map(({ wake, kind, hour, step, due, taken, how }): Wake => {
        const own = notices
          .filter((one) => one.wake === wake)
          .map(({ member: to, step: at, way, state, hour: in_ }) => ({ member: to, step: at, way, state, hour: in_ }))
        return { id: wake, kind, hour, step, next: due > 0 ? due : null, taken: how === null ? null : { by: taken, how }, notices: own }
      })
      return c.json({ wakes: told } satisfies Wakes)
    })
    .post("/wakes/:id/take", does("I look at it: nobody else is woken for it.", undefined, 204), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const id = idIn(c, "id", "no-such-wake")
      if (!id.ok) return refused(c, id.refusal)
      const no = await service.store.write(async (tx) => {
        const wake = (await tx.wakes()).find((row) => row.wake === id.value)
        if (wake === undefined) return refuse("no-such-wake", "There is no such wake.")
        if (wake.due === 0) return refuse("wake-over", "Somebody has taken it already.")
        await endWake(tx, wake.wake, session.value.subject, "desk")
        return null
      })
      return no === null ? c.body(null, 204) : refused(c, no)
    })
    .post(
      "/wakes/hold",
      does("By the link of a notice: the ladder waits for half an hour. Opens nothing and tells nothing.", undefined, 204),
      atMost(service.limits.json),
      takes(HoldWake),
      waits(service),
      async (c) => {
        const token = hashOf(utf8(c.req.valid("json").token))
        // Read first: whoever guesses costs a read and no write.
        if ((await service.store.noticeBy(token)) === null) return refused(c, over())
        const no = await service.store.write(async (tx) => {
          const notice = await tx.noticeBy(token)
          const wake = notice && (await tx.wakes()).find((row) => row.wake === notice.wake)
          if (!notice || !wake || notice.hour < hourOf(service.now() - LINK_HOURS * 3_600_000)) return over()
          if (wake.taken !== null || (wake.due === 0 && wake.kind !== "test")) return over()
          await tx.setNotice(notice.notice, { token: "" })
          const due = wake.kind === "test" ? 0 : minuteOf(service.now()) + HOLD_MINUTES
          await tx.setWake(wake.wake, { taken: notice.member, how: "link", due })
          return null
        })
        return no === null ? c.body(null, 204) : refused(c, no)
      },
    )

const over = () => refuse("wake-over", "This link holds nothing any more: it was used, somebody has taken it, or it is too old.")
