// What two members say to everybody. The server keeps it and cannot write it: whoever reads it checks the signatures under the root.
import { type Directory, checkStatement, isActive } from "@safe-conduct/sealing/verify"
import { type Refusal, SignedStatement, Statements, refuse, subjectOfStatement } from "@safe-conduct/wire"
import { Hono } from "hono"
import { waits } from "../door/queue.ts"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { member } from "./access.ts"
import { atMost } from "./at-most.ts"
import { does, takes } from "./describe.ts"

const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10)

/** Whoever left says nothing more in the desk's name, and nothing that she signed before goes on being said. */
const byMembers = (directory: Directory, { signers }: SignedStatement): boolean =>
  signers.every(({ member: of }) => isActive(directory, of.member) && directory.members[of.member]?.certificate.sign === of.sign)

async function refusalOf(directory: Directory, signed: SignedStatement, day: string): Promise<Refusal | null> {
  if (!byMembers(directory, signed)) return refuse("not-active", "Whoever signs is a member of the desk now.", "/signers")
  const bad = await checkStatement(directory, signed)
  if (bad) return bad
  const { statement } = signed
  return statement.what !== "withdrawn" && statement.until < day
    ? refuse("statement-days", "What is said to everybody ends on a day to come.", "/statement/until")
    : null
}

export const statements = (service: Service) =>
  new Hono().put(
    "/statements",
    does("Says what two members signed to everybody, or takes it back on the word of one.", undefined, 204),
    atMost(service.limits.json),
    takes(SignedStatement),
    waits(service),
    async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const signed = c.req.valid("json")
      const bad = await refusalOf(await service.directory.latest(), signed, dayOf(service.now()))
      if (bad) return refused(c, bad)
      const older = await service.store.write(async (tx) => {
        const about = subjectOfStatement(signed.statement)
        const stands = (await tx.statements()).find((one) => subjectOfStatement(one.statement) === about)
        if (stands !== undefined && stands.statement.number >= signed.statement.number)
          // The same once more is no news, whoever sends it.
          return JSON.stringify(stands.statement) === JSON.stringify(signed.statement)
            ? null
            : refuse("statement-older", "Something was said about this since.", "/statement/number")
        await tx.putStatement(signed)
        return null
      })
      return older ? refused(c, older) : c.body(null, 204)
    },
  )

/** For the first page and the steps for the hour: what stands today, and nothing of what was taken back. */
export const statementsForAnybody = (service: Service) =>
  new Hono().get("/statements.json", does("What two members say to everybody, each checkable under the root.", Statements), async (c) => {
    c.header("cache-control", "no-store")
    const directory = await service.directory.latest()
    const day = dayOf(service.now())
    const stand = (await service.store.statements()).filter(
      (one) => one.statement.what !== "withdrawn" && one.statement.until >= day && byMembers(directory, one),
    )
    return c.json({ statements: stand } satisfies Statements)
  })
