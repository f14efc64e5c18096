// What a member waits for, measured where she sits: in Node or in a page. Knows nothing of how the desk was filled.
import { type VaultProgramme, createVault } from "@safe-conduct/client/member"

export const words = Array.from({ length: 2048 }, (_, n) => `w${n}`)

export const good = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

export interface Measured {
  readonly rows: number
  readonly lines: number
  readonly unlocking: readonly number[]
  readonly listing: readonly number[]
  readonly keystrokes: readonly number[]
  readonly opening: readonly number[]
}

const ROUNDS = 3
const TYPED = ["Пробный", "Берёзова", "zhuravlin", "100791", "Глеб Лугов"]

/** Each round signs in anew, with nothing kept from the one before. */
export async function measure(
  server: string,
  seeded: { readonly seeds: Parameters<ReturnType<typeof createVault>["unlockWith"]>[0]; readonly stream: string },
  programme: VaultProgramme,
): Promise<Measured> {
  const [unlocking, listing, keystrokes, opening]: [number[], number[], number[], number[]] = [[], [], [], []]
  let rows = 0
  let lines = 0
  for (let round = 0; round < ROUNDS; round++) {
    const vault = createVault({ server, now: () => Date.now(), words, programme })
    const from = performance.now()
    good(await vault.unlockWith(seeded.seeds))
    unlocking.push(performance.now() - from)
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
    await vault.signOut()
  }
  return { rows, lines, unlocking, listing, keystrokes, opening }
}
