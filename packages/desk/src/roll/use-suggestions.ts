// Whoever of ours each line may mean, asked again as the lines change. By their words, so that a row that moves between piles keeps what
// it was offered.
import type { RollSuggestion } from "@safe-conduct/client/member"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"

/** A line that is not in the answer has not been looked for yet. */
export function useSuggestions(lines: readonly string[], place: string): ReadonlyMap<string, readonly RollSuggestion[]> {
  const { vault } = useDesk()
  const [found, setFound] = useState<ReadonlyMap<string, readonly RollSuggestion[]>>(new Map())
  const asked = lines.join("\n")
  useEffect(() => {
    let here = true
    void vault.suggestFor(lines, place).then((all) => here && setFound(new Map(lines.map((text, at) => [text, all[at] ?? []]))))
    return () => void (here = false)
  }, [vault, asked, place])
  return found
}
