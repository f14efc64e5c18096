// A member says which passkey is hers, where all members read it: from then on a touch of it counts beside her signature. She says it
// for herself alone, and an id is said once: a passkey that was given up never comes back.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { action, refusal } from "../action.ts"

const base64 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/, "malformed"))

export const CertifyPasskey = v.strictObject({
  credential: v.pipe(base64, v.maxLength(1_400, "too-long")),
  /** The host name that it was made at. */
  rpId: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,252}$/, "malformed")),
  alg: v.picklist(["ES256", "EdDSA", "RS256"]),
  key: v.pipe(base64, v.maxLength(700, "too-long")),
})
export type CertifyPasskey = v.InferOutput<typeof CertifyPasskey>

export const certifyPasskey = action({
  does: "certify-passkey",
  v: 1,
  input: CertifyPasskey,
  offer: () => null,
  refuse: (state, input) =>
    (state.passkeys ?? []).some((row) => row.credential === input.credential) ? refusal("passkey-known", "/credential") : null,
  apply: (state, input, ctx) => ({ ...state, passkeys: [...(state.passkeys ?? []), { ...input, made: madeOf(ctx) }] }),
})
