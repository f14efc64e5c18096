// Sentences that two members signed for replies, each in the language of whoever will read it.
import { replySnippets } from "@safe-conduct/domain/overlay"
import { Button } from "@safe-conduct/ui/button.tsx"
import { useDesk } from "../app/context.tsx"
import { useLawView } from "../app/desk-law.ts"

const languages = ["ru", "en", "fr"] as const

export function Snippets({ onTake }: { readonly onTake: (text: string) => void }) {
  const { words, language } = useDesk()
  const { law } = words.value
  const snippets = replySnippets(useLawView()?.overlay.changes ?? [])
  if (snippets.length === 0) return null
  return (
    <details class="snippets">
      <summary>{law.snippets}</summary>
      <ul class="plain-list">
        {snippets.map(({ snippet, text }) => (
          <li key={snippet}>
            {text?.[language.value]}{" "}
            <span>
              {languages.map((one) => (
                <Button key={one} look="plain" name={`${one.toUpperCase()}: ${snippet}`} onPress={() => onTake(text?.[one] ?? "")}>
                  {one.toUpperCase()}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
