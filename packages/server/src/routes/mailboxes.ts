// A new mailbox: both of its sides, for one proof of work, and its request with them where it carries no files.
import { Appended, NewMailbox } from "@safe-conduct/wire"
import { Hono } from "hono"
import { openMailbox } from "../append/mailbox.ts"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { does, takes } from "./describe.ts"
import { atMost } from "./at-most.ts"
import { waits } from "../door/queue.ts"

export const mailboxes = (service: Service) =>
  new Hono().post(
    "/mailboxes",
    does(
      "Opens a mailbox with its empty first entry and a proof of work; the request may follow it. 409 tells what stands instead.",
      Appended,
      201,
    ),
    atMost(service.limits.append),
    takes(NewMailbox),
    waits(service),
    async (c) => {
      const done = await openMailbox(service, c.req.valid("json"))
      return done.ok ? c.json(done.appended, 201) : refused(c, done.refusal)
    },
  )
