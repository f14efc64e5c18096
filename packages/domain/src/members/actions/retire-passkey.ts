// A lost passkey counts no more for anything written under a later state of this stream; what it signed before stands as it was signed.
// By her whose it is, or by an administrator.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { action, refusal } from "../action.ts"
import { CertifyPasskey } from "./certify-passkey.ts"

export const RetirePasskey = v.strictObject({ credential: CertifyPasskey.entries.credential })
export type RetirePasskey = v.InferOutput<typeof RetirePasskey>

export const retirePasskey = action({
  does: "retire-passkey",
  v: 1,
  input: RetirePasskey,
  offer: () => null,
  refuse: (state, input, ctx) => {
    const row = (state.passkeys ?? []).find((one) => one.credential === input.credential)
    if (row === undefined || (state.retired ?? []).some((one) => one.credential === input.credential))
      return refusal("passkey-unknown", "/credential")
    return row.made.by === ctx.by || ctx.admins.includes(ctx.by) ? null : refusal("not-an-administrator")
  },
  apply: (state, input, ctx) => ({ ...state, retired: [...(state.retired ?? []), { ...input, made: madeOf(ctx) }] }),
})
