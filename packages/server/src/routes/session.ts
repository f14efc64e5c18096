// Signing in and out: a challenge, its signed answer, a bearer.
import { OpenSession } from "@safe-conduct/wire"
import { Hono } from "hono"
import * as v from "valibot"
import { closeSession, newChallenge, openSession } from "../authority.ts"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { does, takes } from "./describe.ts"
import { atMost } from "./at-most.ts"
import { waits } from "../door/queue.ts"

const Challenge = v.object({ challenge: v.string() })
/** `until` in minutes since 1970. */
const Opened = v.object({ token: v.string(), until: v.number() })

export const sessions = (service: Service) =>
  new Hono()
    .get("/challenge", does("A challenge to sign together with the origin one sees.", Challenge), (c) =>
      c.json({ challenge: newChallenge(service) }),
    )
    .post(
      "/session",
      does("Opens a session for a member or a mailbox.", Opened, 201),
      atMost(service.limits.json),
      takes(OpenSession),
      waits(service),
      async (c) => {
        const opened = await openSession(service, c.req.valid("json"))
        return opened.ok ? c.json(opened.value, 201) : refused(c, opened.refusal)
      },
    )
    .delete("/session", does("Ends the session.", undefined, 204), async (c) => {
      await closeSession(service, c.req.header("authorization"))
      return c.body(null, 204)
    })
