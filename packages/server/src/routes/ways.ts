// Where a member lets herself be woken while no desk is open: her own word, given and taken back by herself, shown to nobody else.
import { OwnWays, type WayKind, Ways, refuse, wayKinds } from "@safe-conduct/wire"
import { Hono } from "hono"
import { waits } from "../door/queue.ts"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { beginWake } from "../waking/begin.ts"
import { member } from "./access.ts"
import { atMost } from "./at-most.ts"
import { does, takes } from "./describe.ts"

export const ways = (service: Service) => {
  const { senders } = service
  const can = wayKinds.filter((kind) => senders[kind] !== undefined)
  return new Hono()
    .get("/ways", does("Where I let myself be woken, and which ways there are here.", OwnWays), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const rows = await service.store.ways([session.value.subject])
      const address = (kind: WayKind) => rows.find((row) => row.kind === kind)?.address ?? null
      const language = rows[0]?.language ?? "en"
      const pushKey = senders.push?.publicKey ?? null
      return c.json({ webhook: address("webhook"), mail: address("mail"), push: address("push"), language, can, pushKey } satisfies OwnWays)
    })
    .put(
      "/ways",
      does("Lets me be woken at these addresses, or no longer.", undefined, 204),
      atMost(service.limits.json),
      takes(Ways),
      waits(service),
      async (c) => {
        const session = await member(service, c)
        if (!session.ok) return refused(c, session.refusal)
        const given = c.req.valid("json")
        for (const kind of wayKinds) {
          const address = given[kind]
          if (address === null) continue
          if (senders[kind] === undefined) return refused(c, refuse("no-such-way", "This way is not set up on this server.", `/${kind}`))
          if (!senders[kind].takes(address)) return refused(c, refuse("bad-address", "This address is not one that is asked.", `/${kind}`))
        }
        await service.store.write((tx) => tx.putWays(session.value.subject, given))
        return c.body(null, 204)
      },
    )
    .post("/ways/test", does("Sends one notice to my own addresses, so that I know that they wake me.", undefined, 202), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const { subject } = session.value
      const no = await service.store.write(async (tx) => {
        const mine = (await tx.wakes()).filter((row) => row.kind === "test" && row.members.includes(subject))
        if (mine.length >= MOST_TESTS) return refuse("too-many-tests", "Your addresses were tried often enough this week.")
        await beginWake(tx, "test", [subject], service.now())
        return null
      })
      if (no) return refused(c, no)
      service.waking.soon()
      return c.body(null, 202)
    })
}

/** Within the days that wakes are kept: an address is not a way to ring at a stranger's door. */
const MOST_TESTS = 20
