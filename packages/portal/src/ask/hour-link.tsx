// The way to what can be done within the hour. In a tab of its own: what is half written here, and the thirteen words, stay as they are.
import type { PortalWords } from "@safe-conduct/words/portal/index.ts"
import { pathOf } from "../pages/paths.ts"

export function HourLink({ words }: { readonly words: PortalWords }) {
  return (
    <p class="no-print">
      <a href={pathOf("self-help", words.language)} target="_blank" rel="noopener">
        {words.withinTheHour}
      </a>
    </p>
  )
}
