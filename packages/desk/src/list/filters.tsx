// What narrows the list: typed words, urgency, owner, place, and whether closed cases are shown.
import type { UrgencyLevel } from "@safe-conduct/client/member"
import type { ComponentChildren } from "preact"
import { useMemo } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import type { Line } from "./columns.ts"

export interface Chosen {
  readonly text: string
  readonly urgency: UrgencyLevel | ""
  /** A name as shown, or "mine". */
  readonly owner: string
  readonly place: string
  readonly closed: boolean
}
export const everything: Chosen = { text: "", urgency: "", owner: "", place: "", closed: false }

const levels = ["E", "U", "H", "N"] as const
const distinct = (texts: readonly string[], language: string): readonly string[] =>
  [...new Set(texts)].filter(Boolean).toSorted(new Intl.Collator(language).compare)

export function Filters({
  lines,
  chosen,
  onChoose,
}: {
  readonly lines: readonly Line[]
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
}) {
  const { words, language } = useDesk()
  const { list, row } = words.value
  // Hundreds of places stand there, and a key changes none of them.
  const ownerOptions = useMemo(() => <Options of={lines.map((line) => line.text.owner)} language={language.value} />, [lines])
  const placeOptions = useMemo(() => <Options of={lines.map((line) => line.text.where)} language={language.value} />, [lines])
  return (
    <div class="filters">
      <input
        type="search"
        aria-label={list.find}
        placeholder={list.find}
        value={chosen.text}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onChoose({ ...chosen, text: event.currentTarget.value })}
      />
      <Pick
        name={list.filterUrgency}
        value={chosen.urgency}
        onChoose={(urgency) => onChoose({ ...chosen, urgency: levels.find((one) => one === urgency) ?? "" })}
      >
        {levels.map((level) => (
          <option value={level}>
            {level} {row.levels[level]}
          </option>
        ))}
      </Pick>
      <Pick name={list.filterOwner} value={chosen.owner} onChoose={(owner) => onChoose({ ...chosen, owner })}>
        <option value="mine">{list.mine}</option>
        {ownerOptions}
      </Pick>
      <Pick name={list.filterPlace} value={chosen.place} onChoose={(place) => onChoose({ ...chosen, place })}>
        {placeOptions}
      </Pick>
      <label class="closed">
        <input type="checkbox" checked={chosen.closed} onChange={(event) => onChoose({ ...chosen, closed: event.currentTarget.checked })} />{" "}
        {list.withClosed}
      </label>
    </div>
  )
}

function Options({ of, language }: { readonly of: readonly string[]; readonly language: string }) {
  return (
    <>
      {distinct(of, language).map((name) => (
        <option value={name}>{name}</option>
      ))}
    </>
  )
}

function Pick({
  name,
  value,
  onChoose,
  children,
}: {
  readonly name: string
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly children: ComponentChildren
}) {
  const { words } = useDesk()
  return (
    <label>
      <span class="unseen">{name}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">
          {name}: {words.value.list.any}
        </option>
        {children}
      </select>
    </label>
  )
}
