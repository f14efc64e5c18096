// The level of urgency as a letter in a square: read by the letter, spoken by the word, and only then coloured.
import type { UrgencyLevel } from "@safe-conduct/client/member"
import { useDesk } from "./context.tsx"

export function LevelMark({ level }: { readonly level: UrgencyLevel }) {
  const { words } = useDesk()
  const name = words.value.row.levels[level]
  return (
    <span class={`level level-${level.toLowerCase()}`} title={name}>
      <span aria-hidden="true">{level}</span>
      <span class="unseen">{name}</span>
    </span>
  )
}
