// Destroying, and by whose word something is gone.
import { Purge, Purged, Purges } from "@safe-conduct/wire"
import { Hono } from "hono"
import { purge } from "../purge/purge.ts"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { anyone, idIn, member, readable } from "./access.ts"
import { atMost } from "./at-most.ts"
import { does, takes } from "./describe.ts"

export const purges = (service: Service) =>
  new Hono()
    .post(
      "/purges",
      does("Destroys what streams hold, on two members' signatures. The same again is answered again.", Purged),
      atMost(service.limits.json),
      takes(Purge),
      async (c) => {
        const session = await member(service, c)
        if (!session.ok) return refused(c, session.refusal)
        const done = await purge(service, c.req.valid("json"))
        return done.ok ? c.json(done.purged) : refused(c, done.refusal)
      },
    )
    .get("/streams/:stream/purges", does("By whose word entries of a stream are gone.", Purges), async (c) => {
      const session = await anyone(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const stream = idIn(c, "stream", "no-such-stream")
      if (!stream.ok) return refused(c, stream.refusal)
      const row = await readable(service, session.value, stream.value, "head")
      if (!row.ok) return refused(c, row.refusal)
      return c.json({ purges: await service.store.purges(stream.value) })
    })
