// A member's seeds under her words or her passkeys. Whoever knows the locator may fetch them, since she has no session before she has
// them; only she may replace or delete them.
import { activeAt } from "@safe-conduct/sealing/verify"
import { MOST_WRAPS, NewWrap, OwnWraps, Wrap } from "@safe-conduct/wire"
import { Hono } from "hono"
import { refuse } from "@safe-conduct/wire"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { idIn, member } from "./access.ts"
import { does, takes } from "./describe.ts"
import { atMost } from "./at-most.ts"
import { waits } from "../door/queue.ts"

export const wraps = (service: Service) =>
  new Hono()
    .get("/wraps/:locator", does("Wrapped seeds, by a locator made from the passphrase or the passkey.", Wrap), async (c) => {
      const locator = idIn(c, "locator", "no-such-wrap")
      if (!locator.ok) return refused(c, locator.refusal)
      const blob = await service.store.wrap(locator.value)
      return blob === null ? refused(c, refuse("no-such-wrap", "No seeds are kept in this place.")) : c.json({ blob })
    })
    .get("/wraps", does("The places of my own wrapped seeds.", OwnWraps), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      return c.json({ locators: await service.store.wrapsBy(session.value.subject) })
    })
    .put(
      "/wraps/:locator",
      does("Keeps my wrapped seeds under a locator; an administrator keeps those of a member who has none yet.", undefined, 204),
      atMost(service.limits.json),
      takes(NewWrap),
      waits(service),
      async (c) => {
        const session = await member(service, c)
        if (!session.ok) return refused(c, session.refusal)
        const locator = idIn(c, "locator", "no-such-wrap")
        if (!locator.ok) return refused(c, locator.refusal)
        const me = session.value.subject
        const { blob, member: named } = c.req.valid("json")
        const whose = named ?? me
        if (whose !== me) {
          const directory = await service.directory.latest()
          const newcomer = directory.members[whose]
          if (!directory.admins.includes(me)) return refused(c, refuse("not-admin", "Only an administrator may do this.", "/member"))
          if (newcomer === undefined || !activeAt(newcomer, directory.head.seq))
            return refused(c, refuse("unknown-member", "The directory knows no such member.", "/member"))
        }
        const stands = (await service.store.wrap(locator.value)) === blob
        const no = await service.store.write(async (tx) => {
          const writer = await tx.wrapWriter(locator.value)
          // The same again is no fault; nobody replaces another's, an administrator included.
          if (writer !== null && writer !== me) return writer === whose && stands ? null : notYours()
          if (writer === null) {
            const had = (await tx.wrapsBy(whose)).length
            if (whose !== me && had > 0) return notYours()
            if (had >= MOST_WRAPS) return refuse("too-many-wraps", "This member has as many ways in as the server keeps.")
          }
          await tx.putWrap(locator.value, whose, blob)
          return null
        })
        return no === null ? c.body(null, 204) : refused(c, no)
      },
    )
    .delete(
      "/wraps/:locator",
      does("Deletes wrapped seeds of mine: a lost passkey, words that were renewed.", undefined, 204),
      async (c) => {
        const session = await member(service, c)
        if (!session.ok) return refused(c, session.refusal)
        const locator = idIn(c, "locator", "no-such-wrap")
        if (!locator.ok) return refused(c, locator.refusal)
        const no = await service.store.write(async (tx) => {
          const writer = await tx.wrapWriter(locator.value)
          if (writer === null) return refuse("no-such-wrap", "No seeds are kept in this place.")
          if (writer !== session.value.subject) return notYours()
          await tx.dropWrap(locator.value)
          return null
        })
        return no === null ? c.body(null, 204) : refused(c, no)
      },
    )

const notYours = () => refuse("not-yours", "Another member keeps seeds here.")
