// All who asked for this family, how to reach each, what must not be said there, and who may know what.
import { askers } from "@safe-conduct/domain/case"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { useCase } from "./case-context.ts"
import { CaseWord } from "./code/case-word.tsx"
import { LostCode } from "./code/lost-code.tsx"
import { MarkSpoken } from "./code/mark-spoken.tsx"
import { momentIn } from "./day-words.ts"
import { Section } from "./section.tsx"

export function AskersPart() {
  const desk = useDesk()
  const { view, words, code, personName, act } = useCase()
  const text = words.askers
  const all = askers(view.state)
  return (
    <Section name="askers" acts={all.length > 1 ? <LostCode /> : undefined}>
      <CaseWord />
      {all.length === 0 && <p class="quiet">{text.none}</p>}
      <ul class="cards">
        {all.map((asker) => (
          <li key={asker.ask} class="card">
            <p>
              <strong>{asker.name ?? asker.ask.slice(0, 6)}</strong>
              {asker.relation && `, ${asker.relation}`}
            </p>
            <dl class="pairs">
              {(["how", "when", "neverSay"] as const).map((key) =>
                asker.contact?.[key] ? (
                  <div class={key === "neverSay" ? "never" : undefined}>
                    <dt>{text[key]}</dt>
                    <dd>{asker.contact[key]}</dd>
                  </div>
                ) : null,
              )}
            </dl>
            {asker.spoken && <p class="mark">{code.spoken.now}</p>}
            {asker.replacedBy !== null && <p class="mark">{code.lost.replaced}</p>}
            <p class="small">{text.theyKnow[asker.theyKnow]}</p>
            {asker.mayKnow.map(({ person, what }) => (
              <p class="small">
                {personName(person) + colon(words.language)}
                {text.mayKnow[what]}
              </p>
            ))}
            <p class="quiet small">
              {asker.lastAnswerAt === null ? text.notAnswered : text.answered(momentIn(words.language, asker.lastAnswerAt, desk.zone))}
            </p>
            {!asker.spoken && <MarkSpoken mark={() => act("mark-spoken", { ask: asker.ask })} words={code} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}
