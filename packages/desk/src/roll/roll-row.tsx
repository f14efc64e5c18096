// One name of a list: what was said, who that is or may be, what stands between her and the flight, and four keys.
import type { RollLine, RollPerson, RollPile, RollSuggestion } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { notForThePage } from "../app/keyboard.ts"
import { paths } from "../app/paths.ts"
import { ago, dayText } from "../app/when.ts"
import { useCaseWords } from "../case/use-case-words.ts"
import { bothScripts } from "../person/both-scripts.ts"
import { calledIn } from "../person/called-in.ts"

export interface RollRowProps {
  readonly line: RollLine
  readonly maybe: readonly RollSuggestion[]
  readonly onSay: (as: RollPile, more?: { readonly case?: string; readonly person?: string; readonly why?: string }) => void
}

const byKey: readonly RollPile[] = ["aboard", "here", "unknown", "off-list"]

export function RollRow({ line, maybe, onSay }: RollRowProps) {
  const { words } = useDesk()
  const { roll } = words.value
  const [leaving, setLeaving] = useState(false)
  const [why, setWhy] = useState("")
  const [missing, setMissing] = useState(false)
  const put = (as: RollPile): void => (as === "off-list" ? setLeaving(true) : as === line.as ? undefined : onSay(as))
  const take = (one: RollSuggestion): void => onSay(line.as, { case: one.stream, person: one.person })
  return (
    <li
      class="roll-row"
      data-row
      tabIndex={0}
      aria-label={line.who?.name ?? line.text ?? ""}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || notForThePage(event)) return
        const pile = byKey[Number(event.key) - 1]
        const [first] = maybe
        if (pile !== undefined) put(pile)
        else if (event.key === "5") document.getElementById("tell-families")?.focus()
        else if (event.key === "Enter" && line.who === null && first !== undefined) take(first)
        else return
        event.preventDefault()
      }}
    >
      <div class="said">
        {line.text !== null && <q>{line.text}</q>} {line.who === null && <span class="chip">{roll.lead}</span>}
        {line.why !== null && <p class="small quiet">{line.why}</p>}
      </div>
      {line.who !== null ? <Who who={line.who} /> : line.as === "off-list" ? <span /> : <Maybe maybe={maybe} onTake={take} />}
      <div class="row pile-keys no-print" role="group" aria-label={line.who?.name ?? line.text ?? ""}>
        {byKey.map((as, at) => (
          <button type="button" key={as} class="button plain" aria-pressed={line.as === as} onClick={() => put(as)}>
            <kbd aria-hidden="true">{at + 1}</kbd> {roll.piles[as]}
          </button>
        ))}
      </div>
      {leaving && (
        <form
          class="row leave-roll"
          onSubmit={(event) => {
            event.preventDefault()
            if (why.trim() === "") return setMissing(true)
            setLeaving(false)
            onSay("off-list", { why: why.trim() })
          }}
          onKeyDown={(event) => event.key === "Escape" && setLeaving(false)}
        >
          <TextField
            id={`off-${line.index}`}
            label={roll.why}
            value={why}
            max={2000}
            error={missing ? roll.whyMissing : undefined}
            onInput={setWhy}
          />
          <Button submit>{roll.put}</Button>
        </form>
      )}
    </li>
  )
}

function Maybe({ maybe, onTake }: { readonly maybe: readonly RollSuggestion[]; readonly onTake: (one: RollSuggestion) => void }) {
  const { words, language } = useDesk()
  const { roll } = words.value
  if (maybe.length === 0) return <p class="small quiet">{roll.nobody}</p>
  return (
    <div class="maybe no-print">
      <p class="small quiet">{roll.maybe}</p>
      <ul>
        {maybe.map((one) => {
          const name = calledIn(language.value, one)
          return (
            <li key={`${one.stream}/${one.person}`}>
              <button type="button" class="button" aria-label={roll.take(name)} onClick={() => onTake(one)}>
                {name}
              </button>
              <span class="small quiet">
                {one.reasons.map((reason) => roll.reasons[reason]).join(", ")}
                {one.place !== "" && ` · ${one.place}`}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Who({ who }: { readonly who: RollPerson }) {
  const { words, language, now } = useDesk()
  const { roll, row } = words.value
  const labels = useCaseWords()?.labels.events as Readonly<Record<string, string>> | undefined
  const { first, second } = bothScripts({ cyrillic: who.name, latin: who.latin }, "", language.value)
  const counsel = row.counselFor as Readonly<Record<string, string>>
  return (
    <div class="who">
      <p>
        <a href={paths.case(who.stream)}>
          <strong>{first}</strong>
        </a>{" "}
        <span class="quiet">{second}</span> {who.aNumber !== null && <span class="data">{who.aNumber}</span>}
      </p>
      <p class="small">
        {[
          who.place,
          who.counsel.length === 0 ? roll.noCounsel : who.counsel.map((what) => counsel[what] ?? roll.counsel).join(", "),
          who.filed === null
            ? roll.notFiled
            : roll.filed(labels?.[who.filed.what] ?? who.filed.what, dayText(language.value, who.filed.on)),
          who.stayUntil === null ? "" : who.stayUntil === "" ? roll.stayOpen : roll.stay(dayText(language.value, who.stayUntil)),
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      <p class="small quiet">
        {who.mailboxes.length === 0
          ? roll.noMailbox
          : who.mailboxes
              .map(({ name, told }) =>
                [name, told === null ? roll.notTold : roll.told(roll.confidences[told.sentence], ago(language.value, told.at, now()))]
                  .filter((part) => part !== "")
                  .join(": "),
              )
              .join("; ")}
      </p>
    </div>
  )
}
