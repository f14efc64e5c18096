// Only on a trial desk: the rows of a stream exactly as they are stored, and the notes of the command that started the trial.
import { Id, refuse } from "@safe-conduct/wire"
import { Hono } from "hono"
import * as v from "valibot"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { member, readable } from "./access.ts"
import { asks, does } from "./describe.ts"

const Stream = v.object({ stream: Id })
const Stored = v.record(v.string(), v.array(v.record(v.string(), v.unknown())))

export const trial = (service: Service) =>
  new Hono().get(
    "/stored",
    does("What the server sees of a stream: its rows, bytes as hex. Trial desks only.", Stored),
    asks(Stream),
    async (c) => {
      if (!service.trial) return refused(c, refuse("no-such-page", "There is nothing here."))
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const { stream } = c.req.valid("query")
      const row = await readable(service, session.value, stream, "bodies")
      if (!row.ok) return refused(c, row.refusal)
      const raw = await service.store.raw(stream)
      const shown = Object.entries(raw).map(([table, rows]) => [
        table,
        rows.map((one) =>
          Object.fromEntries(
            Object.entries(one).map(([k, value]) => [k, value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value]),
          ),
        ),
      ])
      return c.json(Object.fromEntries(shown) as v.InferOutput<typeof Stored>)
    },
  )

export const trialNotes = (service: Service) =>
  new Hono().get("/trial.json", does("Notes of the command that started the trial. Trial desks only.", "application/json"), (c) =>
    service.trial && service.trialNotes !== null
      ? c.body(service.trialNotes, 200, { "content-type": "application/json; charset=utf-8" })
      : refused(c, refuse("no-such-page", "There is nothing here.")),
  )
