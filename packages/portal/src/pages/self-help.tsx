// What can be done within the hour. The lawyer and the public numbers stand at any time and without a script; the further steps lie in a
// template that is opened only while a lawyer's reading of them holds, or in a trial with a mark. Printed, it names nobody: it may travel.
import type { SelfHelp } from "@safe-conduct/domain/request"
import type { Language } from "@safe-conduct/ui/language-switch.tsx"
import type { SelfHelpWords } from "@safe-conduct/words/portal/pages.ts"

export interface SelfHelpPageProps {
  readonly words: SelfHelpWords
  readonly language: Language
  readonly help: SelfHelp
  /** The hash of all that a reading is of. */
  readonly readAs: string
}

export function SelfHelpPage({ words, language, help, readAs }: SelfHelpPageProps) {
  return (
    <article class="stack-l hour-help">
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <section class="stack-s">
        <h2>{words.numbers.title}</h2>
        <ul>
          {words.numbers.lines.map((line) => (
            <li>{withNumber(line)}</li>
          ))}
        </ul>
      </section>
      <div id="steps" data-reviewed={help.reviewedOn ?? ""} data-read={readAs}>
        <p class="quiet" id="later">
          {words.later}
        </p>
        <template id="further">
          <p class="notice" id="not-reviewed">
            {words.notReviewed}
          </p>
          <ol class="hour-steps">
            {help.texts[language].steps.map((step) => (
              <li>
                <h2>{step.title}</h2>
                {step.text.map((line) => (
                  <p>{withNumber(line)}</p>
                ))}
              </li>
            ))}
          </ol>
          <p class="quiet small" id="reviewed" data-sentence={words.reviewed} data-by-two={words.reviewedByTwo} />
          <p class="quiet small">
            {words.sources}: {help.sources.join("; ")}
          </p>
        </template>
      </div>
      <p class="walk">
        <button type="button" class="button" id="print" hidden>
          {words.print}
        </button>
      </p>
      <noscript>
        <p class="quiet">{words.noScript}</p>
      </noscript>
    </article>
  )
}

const COURT = "1-800-898-7180"

/** A number is one thing, and on a telephone it is rung by a press. */
function withNumber(line: string) {
  const [before, ...after] = line.split(COURT)
  return after.length === 0 ? (
    line
  ) : (
    <>
      {before}
      <a class="number" href={`tel:+${COURT.replaceAll("-", "")}`}>
        {COURT}
      </a>
      {after.join(COURT)}
    </>
  )
}
