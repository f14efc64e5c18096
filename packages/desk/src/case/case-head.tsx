// The head of a case, always in sight: who, under which number, where, who represents, how far on both lanes.
import { facilityByCode } from "@safe-conduct/domain/custody"
import { ageAt } from "@safe-conduct/domain/person"
import type { PlainDate } from "@safe-conduct/domain/time"
import { canadaRungs, isClosed, ownerOf, publicityOf } from "@safe-conduct/domain/case"
import { Chip } from "@safe-conduct/ui/chip.tsx"
import type { Section as SectionName } from "@safe-conduct/words/case/index.ts"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { useLaw } from "../app/desk-law.ts"
import { LevelMark } from "../app/level-mark.tsx"
import { useLive } from "../app/live.ts"
import { ago, dayBy, millisOf } from "../app/when.ts"
import { FamilyStrip } from "../family/family-strip.tsx"
import { showNumber } from "../person/a-number.ts"
import { bothScripts } from "../person/both-scripts.ts"
import { LawLines } from "../today/law-lines.tsx"
import { useCase } from "./case-context.ts"
import { dayIn, whenIn } from "./day-words.ts"
import { Readers } from "./readers.tsx"

export function CaseHead() {
  const desk = useDesk()
  const { view, person, words, nameOf } = useCase()
  const { head, labels, page } = words
  const { state } = view
  const owner = ownerOf(state)
  const names = bothScripts(person ?? undefined, view.row.title || page.untitled, words.language)
  const today = dayBy(person?.zone ?? desk.zone, desk.now())
  return (
    <header class="case-head">
      <div class="case-name">
        <h1>
          {person === null ? (
            view.row.title || page.untitled
          ) : (
            <>
              <span lang={names.firstLang}>{names.first}</span>{" "}
              <span class="latin" lang={names.secondLang}>
                {names.second}
              </span>
            </>
          )}
        </h1>
        {person?.aNumbers.map((number) => (
          <CopyNumber number={number} />
        ))}
        {person?.born && (
          <span>
            <span class="quiet">{head.born}</span> {dayIn(words.language, person.born)},{" "}
            {head.years(ageAt(person.born as PlainDate, today))}
          </span>
        )}
        {person !== null && (
          <span>
            <span class="quiet">{head.birthAs}</span> {countryName(labels.pick.country, person.birthCountry) ?? head.notRecorded}
          </span>
        )}
        {state.opened?.restricted && <Chip look="strong">{page.restricted}</Chip>}
        {isClosed(state) && <Chip look="strong">{page.closed}</Chip>}
        {person?.outcome && <Chip look="strong">{head.outcome[person.outcome]}</Chip>}
      </div>
      {person !== null && (
        <dl class="case-facts">
          <div>
            <dt>{head.place}</dt>
            <dd>
              <Place />
            </dd>
          </div>
          <div>
            <dt>{head.counsel}</dt>
            <dd>
              {person.protection.counsel.length === 0 ? (
                <strong class="warn">{head.noCounsel}</strong>
              ) : (
                person.protection.counsel.map((row) => `${row.name} (${labels.pick.counselFor[row.for]})`).join(", ")
              )}
              {person.onlyThroughCounsel && <strong> · {head.onlyThrough}</strong>}
            </dd>
          </div>
          <div>
            <dt>{head.publicity}</dt>
            <dd>{labels.pick.publicity[publicityOf(state)]}</dd>
          </div>
          <div>
            <dt>{head.owner}</dt>
            <dd>{owner === null ? <strong class="warn">{head.noOwner}</strong> : nameOf(owner)}</dd>
          </div>
          <div class="lane">
            <dt>{head.protection}</dt>
            <dd>
              <LevelMark level={person.clock.urgency.level} /> {labels.levels[person.clock.urgency.level]}
              {person.clock.urgency.triggers.length > 0 && (
                <span class="quiet">
                  {colon(words.language)}
                  {person.clock.urgency.triggers.map((name) => labels.triggers[name]).join("; ")}
                </span>
              )}
            </dd>
          </div>
          <div class="lane">
            <dt>{head.canada}</dt>
            <dd>
              {labels.rungs[person.canada.rung]}{" "}
              <span class="quiet">({head.rung(canadaRungs.indexOf(person.canada.rung), canadaRungs.length - 1)})</span>
            </dd>
          </div>
        </dl>
      )}
      {person?.halted.map((one) => (
        <p class="halted" role="alert">
          <span aria-hidden="true">! </span>
          {head.halted(labels.pick.scope[one.scope as keyof typeof labels.pick.scope] ?? one.scope)}
        </p>
      ))}
      <Readers />
      <LawLines lines={(useLive().today.value?.law ?? []).filter((line) => line.stream === view.stream)} />
      <FamilyStrip />
      <Jumps />
    </header>
  )
}

const parts: readonly SectionName[] = [
  "questions",
  "tasks",
  "mailbox",
  "signing",
  "people",
  "claims",
  "evidence",
  "compartments",
  "files",
  "consents",
  "askers",
  "journey",
]

/** What lies below, one press away: the heading is scrolled to and takes the focus. */
function Jumps() {
  const { words } = useCase()
  return (
    <nav class="jumps" aria-label={words.page.jump}>
      {parts.map((name) => (
        <button
          type="button"
          onClick={() => {
            const heading = document.getElementById(`part-${name}`)
            heading?.scrollIntoView({ block: "start" })
            heading?.focus({ preventScroll: true })
          }}
        >
          {words.sections[name]}
        </button>
      ))}
    </nav>
  )
}

const countryName = (names: Readonly<Record<string, string>>, code: string | null): string | null =>
  code === null ? null : (names[code] ?? code)

function Place() {
  const desk = useDesk()
  const { person, words } = useCase()
  const { head, labels } = words
  const { facilities } = useLaw()
  const { place } = desk.words.value.law
  const where = person?.where
  if (!where) return <>{head.noPlace}</>
  const zone = person?.zone ?? desk.zone
  const confirmed = where.confirmed === null ? null : millisOf(where.confirmed)
  const listed = where.code === null ? undefined : facilityByCode(where.code, facilities)
  return (
    <>
      {where.kind === "detained" ? where.facility || head.whereUnknown : labels.pick.where[where.kind]}
      {where.state && `, ${where.state}`}
      {(where.staging || listed?.staging) && <strong class="warn"> · {head.staging}</strong>}
      {listed?.office && (
        <span class="quiet"> · {listed.officeByDistance ? place.officePerhaps(listed.office) : place.office(listed.office)}</span>
      )}
      {where.kind === "detained" && where.facility !== "" && listed === undefined && <span class="quiet"> · {place.unknown}</span>}
      {where.since && `, ${head.since(whenIn(words.language, where.since, zone))}`}
      {", "}
      <span class="quiet">
        {confirmed === null
          ? head.neverConfirmed
          : head.confirmed(
              ago(words.language, confirmed, desk.now(), where.confirmed !== null && where.confirmed.length === 10),
              labels.pick.how[where.how as keyof typeof labels.pick.how] ?? where.how ?? "",
            )}
      </span>
    </>
  )
}

function CopyNumber({ number }: { readonly number: string }) {
  const desk = useDesk()
  const { words } = useCase()
  return (
    <button
      type="button"
      class="copy-number data"
      aria-label={`${words.page.copy}: ${words.head.aNumber} ${showNumber(number)}`}
      onClick={() => void navigator.clipboard.writeText(number).then(() => desk.toast(words.page.copied))}
    >
      {showNumber(number)} <span aria-hidden="true">⧉</span>
    </button>
  )
}
