// A member's seeds under her passphrase. Whoever knows the locator may fetch them, since she has no session before she has them;
// only she may replace them.
import { Wrap } from "@safe-conduct/wire"
import { Hono } from "hono"
import { refuse } from "@safe-conduct/wire"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { idIn, member } from "./access.ts"
import { does, takes } from "./describe.ts"
import { atMost } from "./at-most.ts"

export const wraps = (service: Service) =>
  new Hono()
    .get("/wraps/:locator", does("Wrapped seeds, by a locator made from the passphrase.", Wrap), async (c) => {
      const locator = idIn(c, "locator", "no-such-wrap")
      if (!locator.ok) return refused(c, locator.refusal)
      const blob = await service.store.wrap(locator.value)
      return blob === null ? refused(c, refuse("no-such-wrap", "No seeds are kept under this passphrase.")) : c.json({ blob })
    })
    .put(
      "/wraps/:locator",
      does("Keeps my wrapped seeds under a locator.", undefined, 204),
      atMost(service.limits.json),
      takes(Wrap),
      async (c) => {
        const session = await member(service, c)
        if (!session.ok) return refused(c, session.refusal)
        const locator = idIn(c, "locator", "no-such-wrap")
        if (!locator.ok) return refused(c, locator.refusal)
        const me = session.value.subject
        const mine = await service.store.write(async (tx) => {
          const writer = await tx.wrapWriter(locator.value)
          if (writer !== null && writer !== me) return false
          await tx.putWrap(locator.value, me, c.req.valid("json").blob)
          return true
        })
        return mine ? c.body(null, 204) : refused(c, refuse("not-yours", "Another member keeps seeds here."))
      },
    )
