// The steps for the hour as they stand on the public page, in all three languages: what two members sign that they have read.
import type { StatementView } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"

export function StepsToRead({ steps }: { readonly steps: NonNullable<StatementView["steps"]> }) {
  const { law } = useDesk().words.value
  return (
    <div class="steps-to-read" tabIndex={0} role="group" aria-label={law.said.readSteps}>
      {(["en", "fr", "ru"] as const).map((language) => (
        <section key={language}>
          <h3>{law.languages[language]}</h3>
          <ol lang={language}>
            {steps.texts[language].steps.map(({ title, text }) => (
              <li key={title}>
                <strong>{title}</strong>
                {text.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </li>
            ))}
          </ol>
        </section>
      ))}
      <p class="quiet small" lang="en">
        {steps.sources.join("; ")}
      </p>
    </div>
  )
}
