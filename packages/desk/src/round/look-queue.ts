// Who comes next in a round: those unseen the longest, and last of all those whom somebody looked for and did not find a moment ago,
// since the locator lags behind by hours.
import type { LookLine } from "@safe-conduct/client/member"
import { hour, millisOf } from "../app/when.ts"

const lag = 8 * hour

export function lookQueue(lines: readonly LookLine[], now: number): readonly LookLine[] {
  const justLooked = (line: LookLine): boolean => {
    const at = line.notFound === null ? null : millisOf(line.notFound)
    return at !== null && now - at < lag
  }
  return [...lines.filter((line) => !justLooked(line)), ...lines.filter(justLooked)]
}
