// What a member waits for, measured where she sits: in Node or in a page. Knows nothing of how the desk was filled.
import type { CaseRow, Vault } from "@safe-conduct/client/member"

export const words = Array.from({ length: 2048 }, (_, n) => `w${n}`)

export const good = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** With nothing on the device, or with what the sitting before has kept there. */
export type Round = "first" | "returning"

export interface Measured {
  readonly rows: number
  readonly lines: number
  readonly first: readonly number[]
  readonly returning: readonly number[]
  readonly keystrokes: readonly number[]
  readonly opening: readonly number[]
}

/** A vault newly begun, with nothing in memory from the one before. */
export interface Sitting {
  readonly vault: Vault
  /** When what was opened lies on the device. */
  kept(): Promise<void>
  end(): void
}

const TYPED = ["Пробный", "Берёзова", "zhuravlin", "100791", "Глеб Лугов"]

/** From the seeds in hand, the passphrase's own second past, to every row of the list in order where it is shown. */
export async function measure(
  sit: (round: Round) => Promise<Sitting>,
  seeded: { readonly seeds: Parameters<Vault["unlockWith"]>[0]; readonly stream: string },
  rounds: readonly Round[],
  show: (rows: readonly CaseRow[]) => readonly unknown[] = (list) => list,
): Promise<Measured> {
  const listing: Record<Round, number[]> = { first: [], returning: [] }
  const keystrokes: number[] = []
  const opening: number[] = []
  let rows = 0
  let lines = 0
  for (const round of rounds) {
    const { vault, kept, end } = await sit(round)
    const from = performance.now()
    good(await vault.unlockWith(seeded.seeds))
    rows = show(await vault.list()).length
    listing[round].push(performance.now() - from)
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
    if (round === "first") await kept()
    end()
  }
  return { rows, lines, ...listing, keystrokes, opening }
}
