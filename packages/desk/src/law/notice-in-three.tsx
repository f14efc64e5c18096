// A notice as it will stand on the page, in each language: whoever signs has all three before her.
import { useDesk } from "../app/context.tsx"

export function NoticeInThree({ text }: { readonly text: Readonly<Record<"en" | "fr" | "ru", string>> }) {
  const { law } = useDesk().words.value
  return (
    <dl class="in-three">
      {(["en", "fr", "ru"] as const).map((one) => (
        <div key={one}>
          <dt class="quiet small">{law.languages[one]}</dt>
          <dd class="said-text" lang={one}>
            {text[one].trim() || "—"}
          </dd>
        </div>
      ))}
    </dl>
  )
}
