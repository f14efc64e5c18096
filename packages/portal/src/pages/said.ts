// What two members say to everybody, asked for when the page stands already. Without an answer, or without a signature that holds, it is as
// if nothing had been said; what checks signatures is fetched only where there is something to check.
import type { PublicSaid } from "@safe-conduct/client/asker"
import { papers } from "./trial.ts"

export async function said(now: number): Promise<readonly PublicSaid[]> {
  try {
    const told = (await (await fetch("/statements.json")).json()) as { readonly statements: readonly unknown[] }
    if (told.statements.length === 0) return []
    const { saidToEverybody } = await import("./check-said.ts")
    return await saidToEverybody({ told, papers: await papers, now })
  } catch {
    return []
  }
}
