// Before an approval is sealed: the passkey is touched where she has one at this address. Undefined: there is none, and her key signs.
import type { PasskeyTouch, Result, Saw, Vault } from "@safe-conduct/client/member"
import { host, passkeysHere, touch } from "./authenticator.ts"

export async function touchFor(
  vault: Vault,
  of: { readonly stream: string; readonly entry: string; readonly saw: Saw },
): Promise<Result<PasskeyTouch | undefined>> {
  if (!passkeysHere()) return { ok: true, value: undefined }
  const asked = await vault.approvalAsk(of, host())
  if (!asked.ok) return asked
  return asked.value.credentials.length === 0 ? { ok: true, value: undefined } : touch(asked.value)
}
