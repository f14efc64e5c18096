// A request as it was written: nothing is dropped and nothing is guessed. Fields that have no name here are shown by their own.
import type { OpenedRequest } from "@safe-conduct/client/member"
import type { DeskWords } from "@safe-conduct/words/desk/index.ts"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { fullDay, isDay } from "../app/when.ts"

type Request = NonNullable<OpenedRequest["request"]>
type Parts = { readonly surname?: string | undefined; readonly given?: string | undefined; readonly patronymic?: string | undefined }

const nameOf = (name: Parts | undefined): string =>
  name === undefined ? "" : [name.surname, name.given, name.patronymic].filter(Boolean).join(" ")

/** Every spelling that was given, the one in the reader's script first. */
function Names({ of }: { readonly of: Request["people"][number] }) {
  const { language } = useDesk()
  const latin = (of.names?.latin ?? []).map((name) => ({ text: nameOf(name), lang: undefined }))
  const cyrillic = of.names?.cyrillic === undefined ? [] : [{ text: nameOf(of.names.cyrillic), lang: "ru" }]
  const [first, ...others] = language.value === "ru" ? [...cyrillic, ...latin] : [...latin, ...cyrillic]
  return (
    <>
      <strong lang={first?.lang}>{first?.text}</strong>{" "}
      {others.map(({ text, lang }) => (
        <span class="latin" lang={lang}>
          {text}{" "}
        </span>
      ))}
    </>
  )
}

export function RequestBody({ request }: { readonly request: Request }) {
  const { words } = useDesk()
  const { tray } = words.value
  const { asker } = request
  return (
    <div class="request-body">
      {request.message && (
        <blockquote lang={request.language}>
          <p>{request.message}</p>
        </blockquote>
      )}
      <section>
        <h3>{tray.asked}</h3>
        <p>
          <strong>{asker?.name}</strong> {asker?.relation} <span class="quiet">{tray.asking[request.asking]}</span>
        </p>
        {asker && <Facts of={asker} without={["name", "relation"]} />}
      </section>
      <section>
        <h3>{tray.people}</h3>
        <ol class="people">
          {request.people.map((person) => (
            <li>
              <p>
                <Names of={person} />
              </p>
              <Facts of={person} without={["names"]} />
            </li>
          ))}
        </ol>
      </section>
      {(["order", "hearing", "entry", "activities", "fears"] as const).map((part) => {
        const given = request[part]
        return given === undefined ? null : (
          <section>
            <h3>{tray[part]}</h3>
            {typeof given === "string" ? (
              <p>{given}</p>
            ) : Array.isArray(given) ? (
              <ol class="people">
                {given.map((one) => (
                  <li>
                    <Facts of={one} />
                  </li>
                ))}
              </ol>
            ) : (
              <Facts of={given} />
            )}
          </section>
        )
      })}
      {request.consents && request.consents.length > 0 && (
        <section>
          <h3>{tray.consents}</h3>
          <p>{request.consents.map((consent) => textOf(words.value, consent)).join("; ")}</p>
        </section>
      )}
    </div>
  )
}

/** Every fact of a part, label over value; a part inside a part is set on one line. */
function Facts({ of, without = [] }: { readonly of: object; readonly without?: readonly string[] }) {
  const { words } = useDesk()
  const { tray } = words.value
  const facts = Object.entries(of).filter(([key, value]) => !without.includes(key) && value !== undefined && value !== "")
  if (facts.length === 0) return null
  return (
    <dl class="facts across">
      {facts.map(([key, value]) => (
        <div class={key === "text" || key === "what" || key === "health" ? "long" : undefined}>
          <dt>{tray.fields[key] ?? key}</dt>
          <dd>{textOf(words.value, value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function textOf(words: DeskWords, value: unknown): string {
  if (typeof value === "string") {
    if (isDay(value)) return fullDay(words.language, value)
    return words.tray.values[value] ?? value
  }
  if (Array.isArray(value)) return value.map((one) => textOf(words, one)).join(", ")
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .filter(([, inner]) => inner !== undefined && inner !== "")
      .map(([name, inner]) =>
        name === "kind" || name === "facility"
          ? textOf(words, inner)
          : `${(words.tray.fields[name] ?? name).toLocaleLowerCase(words.language)}${colon(words.language)}${textOf(words, inner)}`,
      )
      .join("; ")
  return String(value)
}
