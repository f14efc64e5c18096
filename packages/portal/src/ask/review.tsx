// All answers on one page, set as on a document, each with its way back; then what may be added, and the one consent asked for.
import { Checkbox } from "@safe-conduct/ui/choice.tsx"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Notice } from "@safe-conduct/ui/notice.tsx"
import { dayText, type TypedDay } from "@safe-conduct/ui/typed-day.ts"
import { type PortalWords, sentence } from "@safe-conduct/words/portal/index.ts"
import type { Answers, PersonAnswers } from "./answers.ts"
import { errorOf, Page, type StepProps } from "./page.tsx"
import { type Extra, extras, type Step } from "./steps.ts"

/** A whole date as the language writes it; a part of one as it was typed. */
export function dayOf(typed: TypedDay, words: PortalWords): string {
  const whole = Date.parse(`${dayText(typed) ?? ""}T12:00:00Z`)
  if (!Number.isNaN(whole)) return new Intl.DateTimeFormat(words.language, { dateStyle: "long", timeZone: "UTC" }).format(whole)
  return [typed.day, words.date.months[Number(typed.month) - 1], typed.year].filter(Boolean).join(" ")
}

const line = (...parts: readonly (string | undefined)[]): string =>
  parts
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(", ")
const lines = (...parts: readonly string[]): string => parts.filter(Boolean).join("\n")

const nameOf = (person: PersonAnswers): string =>
  [person.surname, person.given, person.patronymic]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(" ")

/** What was answered, in the asker's own words, by question. */
export function factsOf(a: Answers, words: PortalWords): { readonly step: Step; readonly name: string; readonly text: string }[] {
  const [person] = a.people
  const latin = [person?.latinSurname, person?.latinGiven].filter((part) => part?.trim()).join(" ")
  const facts = words.review.facts
  const yesNo = (answer: "" | "yes" | "no" | "unknown") => (answer === "" ? "" : words[answer])
  return [
    { step: "who", name: facts.asking, text: a.asking === "" ? "" : line(words.who.kinds[a.asking], a.askerName, a.relation) },
    {
      step: "person",
      name: facts.person,
      text: person
        ? lines(
            nameOf(person),
            latin,
            person.aNumber && `${words.person.aNumber}: ${person.aNumber}`,
            dayOf(person.born, words) && `${words.person.born}: ${dayOf(person.born, words)}`,
          )
        : "",
    },
    {
      step: "where",
      name: facts.where,
      text: person?.where
        ? lines(
            line(words.where.kinds[person.where], person.where === "free" ? "" : line(person.facility, person.state)),
            dayOf(person.since, words),
          )
        : "",
    },
    {
      step: "what",
      name: facts.what,
      text: lines(
        line(a.dangerKind && words.now.kinds[a.dangerKind], a.dangerAt, a.dangerText),
        a.happening,
        a.orderExists && `${words.what.order} ${line(yesNo(a.orderExists), dayOf(a.orderOn, words))}`,
        dayOf(a.removal, words) && `${words.what.removal}: ${dayOf(a.removal, words)}`,
        a.hearingKind && `${words.what.hearing}: ${line(words.what.hearingKinds[a.hearingKind], dayOf(a.hearingOn, words), a.hearingTime)}`,
      ),
    },
    {
      step: "reach",
      name: facts.reach,
      text: lines(
        a.mayContact === "no" ? words.reach.mayNo : line(a.contactHow, a.contactWhen),
        a.neverSay,
        a.theyKnow && `${words.reach.theyKnow} ${yesNo(a.theyKnow)}`,
      ),
    },
    {
      step: "lawyer",
      name: facts.lawyer,
      text: a.hasLawyer === "yes" ? line(words.yes, a.lawyerName, a.lawyerContact, a.lawyerFor) : yesNo(a.hasLawyer),
    },
  ]
}

/** How full an optional page is, in words; empty when nothing is there. */
export function filled(extra: Extra, a: Answers, words: PortalWords): string {
  const has: Record<Extra, boolean> = {
    danger: a.dangerKind !== "" || a.wake,
    family: a.people.length > 1,
    papers: a.files.length > 0,
    activities: a.activities.length > 0,
    fears: a.fears.trim() !== "",
    entry: a.entryHow !== "",
    message: a.message.trim() !== "",
  }
  if (!has[extra]) return ""
  if (extra === "papers") return words.files(a.files.length)
  if (extra === "family") return String(a.people.length - 1)
  if (extra === "activities") return String(a.activities.length)
  return words.review.has
}

export function Facts({
  answers,
  words,
  onChange,
}: {
  readonly answers: Answers
  readonly words: PortalWords
  readonly onChange?: (step: Step) => void
}) {
  return (
    <dl class="facts sheet">
      {factsOf(answers, words).map(({ step, name, text }) => (
        <div class="fact">
          <dt>{name}</dt>
          <dd class={text ? undefined : "quiet"}>{text || words.notGiven}</dd>
          {onChange && (
            <dd class="do">
              <Button look="plain" name={`${words.change}: ${name}`} onPress={() => onChange(step)}>
                {words.change}
              </Button>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

export function Review(props: StepProps) {
  const { letter, words } = props
  const a = letter.answers.value
  const w = words.review
  const whole = letter.errors.value["whole"]
  return (
    <Page {...props} title={w.title} lead={w.lead} next={w.next}>
      {whole && (
        <Notice look="danger" role="alert" title={words.wrongTitle}>
          <p>{sentence(words, whole)}</p>
          <p class="code">{whole.error}</p>
        </Notice>
      )}
      <Facts answers={a} words={words} onChange={(step) => letter.go(step)} />
      <section class="stack-s">
        <h2>{w.moreTitle}</h2>
        <p class="quiet">{w.moreText}</p>
        <ul class="additions">
          {extras.map((extra) => (
            <li>
              <button type="button" class="more-row" onClick={() => letter.go(extra)}>
                <span>{w.more[extra]}</span> <span class="quiet small">{filled(extra, a, words) || "+"}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <Checkbox id="askedBefore" label={w.askedBefore} checked={a.askedBefore} onInput={(askedBefore) => letter.change({ askedBefore })} />
      <Checkbox
        id="intake"
        label={w.intake}
        more={w.intakeMore}
        checked={a.intake}
        onInput={(intake) => letter.change({ intake })}
        error={errorOf(letter.errors.value, words, "intake")}
      />
    </Page>
  )
}
