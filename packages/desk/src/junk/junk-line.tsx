// One request among many: a tick, who, what marks it, and the whole of it on a press, without leaving the page.
import type { JunkRow, OpenedRequest } from "@safe-conduct/client/member"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { hourText } from "../app/when.ts"
import { RequestBody } from "../tray/request-body.tsx"

export interface JunkLineProps {
  readonly row: JunkRow
  readonly chosen: boolean
  readonly withText: boolean
  readonly onChoose: (on: boolean) => void
}

export function JunkLine({ row, chosen, withText, onChoose }: JunkLineProps) {
  const { vault, words, language, zone, toast, refusalText } = useDesk()
  const { junk, tray } = words.value
  const [opened, setOpened] = useState<OpenedRequest | null>(null)
  const [looking, setLooking] = useState(false)
  const look = async (): Promise<void> => {
    if (looking) return setLooking(false)
    const answer = opened === null ? await vault.openRequest(row.ask) : { ok: true as const, value: opened }
    if (!answer.ok) return toast(refusalText(answer.refusal))
    setOpened(answer.value)
    setLooking(true)
  }
  const name = row.names[0] ?? tray.unreadable
  return (
    <li class="junk-line">
      <div class="of-one">
        <label>
          <input
            type="checkbox"
            data-row
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return
              event.preventDefault()
              void look()
            }}
          />
          <span>
            <strong>{name}</strong>{" "}
            <span class="quiet">
              {hourText(language.value, row.hour, zone)} · {row.language.toUpperCase()}
            </span>
            {row.marks.length > 0 && <em class="marks">{row.marks.map((mark) => junk.marks[mark]).join(" · ")}</em>}
            {withText && <span class="excerpt">{row.text.slice(0, 160)}</span>}
          </span>
        </label>
        <button
          type="button"
          class="button small plain"
          aria-expanded={looking}
          aria-label={`${looking ? junk.hide : junk.preview}: ${name}`}
          onClick={() => void look()}
        >
          {looking ? junk.hide : junk.preview}
        </button>
      </div>
      {looking && opened !== null && (
        <div class="preview">
          {opened.request === null ? (
            <pre class="raw">{JSON.stringify(opened.raw, null, 1)}</pre>
          ) : (
            <RequestBody request={opened.request} />
          )}
        </div>
      )}
    </li>
  )
}
