// Who reads a restricted case from now on, said by a member on its roster and shown in the log. The signed roster entry that comes with
// it is what holds; where the two differ, that is shown.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { action, onceOpened, refusal } from "../action.ts"
import { words } from "../fields.ts"

const Member = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
const Members = v.pipe(v.array(Member), v.maxLength(200, "too-many"))

export const ChangeRoster = v.strictObject({ add: Members, remove: Members, why: v.optional(words(2_000)) })
export type ChangeRoster = v.InferOutput<typeof ChangeRoster>

export const changeRoster = action({
  does: "change-roster",
  v: 1,
  input: ChangeRoster,
  // Somebody is taken off a closed case too.
  offer: (state) => onceOpened(state) ?? (state.opened?.restricted === true ? null : refusal("not-restricted")),
  refuse(_state, { add, remove }, { by }) {
    if (add.length + remove.length === 0) return refusal("missing", "/add")
    if (add.some((member) => remove.includes(member))) return refusal("roster-both", "/remove")
    // Whoever opens the next epoch makes its key: taking oneself off would be no more than a word.
    return remove.includes(by) ? refusal("roster-yourself", "/remove") : null
  },
  apply: (state, input, ctx) => ({ ...state, rosterChanges: [...(state.rosterChanges ?? []), { ...input, made: madeOf(ctx) }] }),
})
