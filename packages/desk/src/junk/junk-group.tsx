// Requests of one kind: a sample of the text, how many, and who may be a person among them, chosen by a press of her own.
import type { JunkGroup } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { JunkLine } from "./junk-line.tsx"

export interface JunkGroupProps {
  readonly group: JunkGroup
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

const shownAtFirst = 5
const sample = (text: string): string => (text.length > 280 ? `${text.slice(0, 280)}…` : text)

export function JunkGroupPart({ group, chosen, onChoose }: JunkGroupProps) {
  const { words } = useDesk()
  const { junk } = words.value
  const { kind, rows } = group
  const [shown, setShown] = useState(shownAtFirst)
  const marked = rows.filter(({ marks }) => marks.length > 0)
  const plain = rows.filter(({ marks }) => marks.length === 0)
  // A marked one is seen before it is hidden behind "show more".
  const inOrder = [...marked, ...plain]
  const add = (more: typeof rows): void => onChoose(new Set([...chosen, ...more.map(({ ask }) => ask)]))
  const none = (): void => onChoose(new Set([...chosen].filter((ask) => !rows.some((row) => row.ask === ask))))
  const some = rows.some(({ ask }) => chosen.has(ask))
  const plainLeft = plain.filter(({ ask }) => !chosen.has(ask))
  const markedLeft = marked.filter(({ ask }) => !chosen.has(ask))
  return (
    <section class="junk-group stack-s">
      <h2>{junk.groups[kind](rows.length)}</h2>
      {kind === "same-words" ? <blockquote>{sample(rows[0]?.text ?? "")}</blockquote> : <p class="quiet">{junk.groupMore[kind]}</p>}
      {kind !== "own-words" && (
        <div class="row">
          {plainLeft.length > 0 && <Button onPress={() => add(plainLeft)}>{junk.choosePlain(plainLeft.length)}</Button>}
          {plainLeft.length === 0 && markedLeft.length > 0 && (
            <Button onPress={() => add(markedLeft)}>{junk.chooseMarked(markedLeft.length)}</Button>
          )}
          {some && (
            <Button look="plain" onPress={none}>
              {junk.chooseNone}
            </Button>
          )}
        </div>
      )}
      {marked.length > 0 && kind !== "own-words" && <p class="small quiet">{junk.markedMore}</p>}
      <ul class="rows">
        {inOrder.slice(0, shown).map((row) => (
          <JunkLine
            key={row.ask}
            row={row}
            chosen={chosen.has(row.ask)}
            withText={kind === "own-words"}
            onChoose={(on) => onChoose(new Set(on ? [...chosen, row.ask] : [...chosen].filter((ask) => ask !== row.ask)))}
          />
        ))}
      </ul>
      {rows.length > shown && (
        <Button look="plain" onPress={() => setShown(shown === shownAtFirst ? 50 : shown + 200)}>
          {junk.more(rows.length - shown)}
        </Button>
      )}
    </section>
  )
}
