// What a member waits for without a browser: the vault in this process, as the command has it. Knows nothing of how the desk was filled.
import type { Vault } from "@safe-conduct/client/member"

export const words = Array.from({ length: 2048 }, (_, n) => `w${n}`)

export const good = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

interface Measured {
  readonly rows: number
  readonly lines: number
  readonly listing: readonly number[]
  readonly keystrokes: readonly number[]
  readonly opening: readonly number[]
}

export const TYPED = ["Пробный", "Берёзова", "zhuravlin", "100791", "Глеб Лугов"]

/** From the seeds in hand, the passphrase's own second past, to every row of the list in order. Each sitting is a vault newly begun. */
export async function measure(
  sit: () => Vault,
  seeded: { readonly seeds: Parameters<Vault["unlockWith"]>[0]; readonly stream: string },
  sittings: number,
): Promise<Measured> {
  const listing: number[] = []
  const keystrokes: number[] = []
  const opening: number[] = []
  let rows = 0
  let lines = 0
  for (let n = 0; n < sittings; n++) {
    const vault = sit()
    const from = performance.now()
    good(await vault.unlockWith(seeded.seeds))
    rows = (await vault.list()).length
    listing.push(performance.now() - from)
    for (const typed of TYPED) {
      for (let length = 1; length <= typed.length; length++) {
        const at = performance.now()
        await vault.search(typed.slice(0, length))
        keystrokes.push(performance.now() - at)
      }
    }
    const at = performance.now()
    lines = good(await vault.openCase(seeded.stream)).log.length
    opening.push(performance.now() - at)
  }
  return { rows, lines, listing, keystrokes, opening }
}
