// The members stream's own `action`: only administrators write in it. Who was one is in the directory, so the caller says.
import { refusal } from "../refusal.ts"
import { actionsOf, type Surroundings } from "../stream/action.ts"
import type { MembersState } from "./state.ts"

export interface MembersEnv extends Surroundings {
  /** Ids of administrators. Whoever was one when she wrote must be among them, or her entries fold to refusals. */
  readonly admins: readonly string[]
}

export const action = actionsOf<MembersState, MembersEnv>((_state, ctx) =>
  ctx.admins.includes(ctx.by) ? null : refusal("not-an-administrator"),
)
export { refusal } from "../refusal.ts"
export { addRow } from "../stream/action.ts"
