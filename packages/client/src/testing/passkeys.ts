// What a page does between a vault and an authenticator, in tests.
import type { SoftPasskey } from "@safe-conduct/sealing/testing/authenticator"
import type { Assertion } from "@safe-conduct/sealing/verify"
import type { PasskeyMade, Result, Saw, Vault, Who } from "../member/index.ts"
import { good } from "./family.ts"

/** After `navigator.credentials.create`. */
export async function made(vault: Vault, passkey: SoftPasskey, name: string): Promise<PasskeyMade> {
  const { question } = good(await vault.passkeyAsk())
  const { credential, rpId } = passkey
  return { credential, rpId, answer: await passkey.answer(question), authenticatorData: await passkey.made(), name }
}

/** At the door. */
export async function unlockBy(vault: Vault, passkey: SoftPasskey, rpId = passkey.rpId): Promise<Result<Who>> {
  const { question } = good(await vault.passkeyAsk())
  return vault.unlockByPasskey({ credential: passkey.credential, answer: await passkey.answer(question), rpId })
}

export async function touched(
  vault: Vault,
  passkey: SoftPasskey,
  of: { readonly stream: string; readonly entry: string; readonly saw: Saw },
): Promise<Assertion> {
  return passkey.assert(good(await vault.approvalAsk(of, passkey.rpId)).challenge)
}
