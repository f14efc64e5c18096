// Who fetched what a stream holds, for those on its roster; and what I fetched, for me.
import { Openings, OwnOpenings } from "@safe-conduct/wire"
import { Hono } from "hono"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { denied, idIn, member, readable } from "./access.ts"
import { does } from "./describe.ts"

export const openings = (service: Service) =>
  new Hono()
    .get("/streams/:stream/openings", does("Who fetched entries or files of a stream, by the hour.", Openings), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const stream = idIn(c, "stream", "no-such-stream")
      if (!stream.ok) return refused(c, stream.refusal)
      const row = await readable(service, session.value, stream.value, "bodies")
      if (!row.ok) return refused(c, row.refusal)
      if (row.value.kind !== "shared") return refused(c, denied("not-on-roster", "This stream has no roster.").refusal)
      const found = await service.store.openings({ stream: stream.value }, service.limits.rows + 1)
      const rows = found.slice(0, service.limits.rows).map(({ member: by, hour }) => ({ member: by, hour }))
      return c.json({ rows, more: found.length > rows.length } satisfies Openings)
    })
    .get("/openings", does("What I fetched, by the hour.", OwnOpenings), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const found = await service.store.openings({ member: session.value.subject }, service.limits.rows + 1)
      const rows = found.slice(0, service.limits.rows).map(({ stream, hour }) => ({ stream, hour }))
      return c.json({ rows, more: found.length > rows.length } satisfies OwnOpenings)
    })
