// An export by a member's seven words, for the command: signed in, read to the end, signed out. Nothing is written at the desk.
import type { Id } from "@safe-conduct/wire"
import { type Result, no } from "../result.ts"
import { type VaultEnv, openCore } from "./core.ts"
import { type ExportSum, type Put, exportTo } from "./export.ts"
import { unlockByPassphrase } from "./unlock.ts"
import { rootPrintOf } from "@safe-conduct/sealing/verify"

/** `root`: the fingerprint to hold to, where the caller knows it; the words bring their own pin in any event. */
export async function exportByWords(
  env: VaultEnv,
  words: string,
  given: { readonly only: string | null; readonly root?: string | undefined },
  put: Put,
): Promise<Result<ExportSum>> {
  const opened = await unlockByPassphrase(env, words)
  if (!opened.ok) return opened
  const core = openCore(env, opened.value, () => undefined)
  try {
    if (given.root !== undefined && rootPrintOf(core.inside.directory.now().root) !== given.root)
      return no("other-root", "This is another desk than the one you trust.")
    return await exportTo(core, given.only as Id | null, put)
  } finally {
    await core.inside.api.signOut()
  }
}
