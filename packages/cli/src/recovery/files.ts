// The papers of a ceremony as files: shares, the certificate, a trustee's key.
import { readFile } from "node:fs/promises"
import { resolve } from "node:path"
import { RecoveryShare, read } from "@safe-conduct/wire"
import type { Host } from "../command.ts"
import { type Refusal, refuse } from "../refusal.ts"

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export async function readText(path: string, host: Host): Promise<Outcome<string>> {
  try {
    return { ok: true, value: await readFile(resolve(host.cwd, path), "utf8") }
  } catch (error) {
    return { ok: false, refusal: refuse("no-such-file", `${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`) }
  }
}

export async function readShare(path: string, host: Host): Promise<Outcome<RecoveryShare>> {
  const text = await readText(path, host)
  if (!text.ok) return text
  const bad = (): Outcome<never> => ({ ok: false, refusal: refuse("corrupt-share", `${path} is not a share that can be read.`) })
  try {
    const share = read(RecoveryShare, JSON.parse(text.value))
    return share.ok ? share : bad()
  } catch {
    return bad()
  }
}
