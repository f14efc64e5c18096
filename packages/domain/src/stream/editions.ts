// Which version of which action is in force in which edition. A line is added, never changed: an entry is judged for ever by the
// edition that stood at its place, so a stricter rule cannot un-sign last year's finding.

export type InForce = Readonly<Record<string, number>>
/** From edition 1, without gaps. */
export type Editions = Readonly<Record<number, InForce>>

export const latestEdition = (editions: Editions): number => Object.keys(editions).length

export function versionIn(editions: Editions, edition: number, does: string): number | null {
  const inForce = editions[edition]
  return inForce !== undefined && Object.hasOwn(inForce, does) ? (inForce[does] as number) : null
}
