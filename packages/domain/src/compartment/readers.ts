// Who opened a compartment and who is on it, held against what each was at the desk. That is told in another stream, so every line guards
// its head: the server stored it only while it stood there, and whoever folds the line later judges by the same. Where the surroundings
// tell of no roles, as in histories from before this was law, nobody is asked.
import { type Refusal, refusal } from "../refusal.ts"
import type { Context, Surroundings } from "../stream/action.ts"
import { type Compartment, opensCompartment, readsCompartments } from "./kind.ts"

export type CompartmentContext = Context<Surroundings>

export const rolesStream = ({ roles }: Partial<Surroundings>): readonly string[] => (roles === undefined ? [] : [roles.stream])

/** Whether she has one of these roles; null where it cannot be asked, and the missing guard is what is refused. */
function hasOne({ roles, guards }: CompartmentContext, member: string, of: readonly string[]): boolean | null {
  const guard = guards.find(({ stream }) => stream === roles?.stream)
  return roles === undefined || guard === undefined ? null : roles.at(member, guard.seq).some((role) => of.includes(role))
}

export const openerRefusal = (ctx: CompartmentContext, kind: Compartment): Refusal | null =>
  hasOne(ctx, ctx.by, opensCompartment[kind]) === false ? refusal("compartment-role", "/kind") : null

/** Nothing is written where somebody reads who may not: her name goes off the list first. */
export function readerRefusal(ctx: CompartmentContext): Refusal | null {
  const member = ctx.readers?.find((one) => hasOne(ctx, one, readsCompartments) === false)
  return member === undefined ? null : refusal("compartment-reader", undefined, { member })
}
