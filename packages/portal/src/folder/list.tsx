// All requests of the folder on one screen: place, state, last reply, and two things to do with each. Arrow keys go from row to row.
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { type PortalWords, sentence } from "@safe-conduct/words/portal/index.ts"
import { useEffect } from "preact/hooks"
import { hourText } from "../ask/hour.ts"
import { Heading } from "../ask/page.tsx"
import type { Folder } from "./folder-box.ts"

export interface FolderProps {
  readonly folder: Folder
  readonly words: PortalWords
}

export function List({ folder, words }: FolderProps) {
  const w = words.folder
  const rows = folder.rows.value
  const refused = folder.box.refused.value
  // Ten minutes a week: whose turn it is stands above all.
  const waits = rows.filter((row) => row.view?.status === "need-from-you")
  const looking = folder.place.value === "looking"
  // After the heading has taken the focus: with thirty rows nobody walks down to hers again.
  useEffect(() => {
    const { index, place } = folder.from.peek() ?? {}
    if (index !== undefined)
      document.querySelector<HTMLElement>(`[data-row="${index}"] .button${place === "hand" ? ".plain" : ""}`)?.focus()
  }, [])
  return (
    <div class="stack">
      <Heading>{w.title}</Heading>
      <p role="status">
        {looking ? w.looking(rows.length) : w.count(rows.length)}
        {!looking && waits.length > 0 && (
          <>
            {". "}
            <strong>{w.needed(waits.map((row) => row.index + 1).join(", "))}</strong>
          </>
        )}
      </p>
      {refused && <RefusalNotice title={words.wrongTitle} sentence={sentence(words, refused)} code={refused.error} />}
      <table class="folder-list" onKeyDown={step}>
        <thead>
          <tr>
            <th scope="col">{w.place}</th>
            <th scope="col">{w.state}</th>
            <th scope="col">{w.last}</th>
            <th scope="col">
              <span class="unseen">{w.hand}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.index} data-row={row.index}>
              <th scope="row">{row.index + 1}</th>
              <td class={waits.includes(row) ? "waits" : undefined}>
                {row.view === null ? w.unread : words.mailbox.status[row.view.status]}
              </td>
              <td>
                {row.view?.messages.at(-1) === undefined ? w.noReply : hourText(row.view.messages.at(-1)?.at ?? "", words)}
                {row.view?.messages.findLast((one) => one.caseWord)?.caseWord && (
                  <span class="quiet small"> «{row.view.messages.findLast((one) => one.caseWord)?.caseWord}»</span>
                )}
              </td>
              <td class="acts">
                <button
                  type="button"
                  class="button small"
                  aria-label={`${w.openOne}: ${row.index + 1}`}
                  onClick={() => void folder.openOne(row)}
                >
                  {w.openOne}
                </button>
                <button
                  type="button"
                  class="button small plain"
                  aria-label={`${w.hand}: ${row.index + 1}`}
                  onClick={() => void folder.hand(row, words.language)}
                >
                  {w.hand}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!looking && (
        <div class="row">
          <Button onPress={() => void folder.openFolder()}>{w.again}</Button>
          <Button look="plain" onPress={() => void folder.leave()}>
            {w.close}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Up and down among the buttons of one column. */
function step(event: KeyboardEvent & { readonly currentTarget: HTMLTableElement }): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const from = (event.target as HTMLElement).closest("tr")
  if (by === undefined || from === null) return
  const column = (event.target as HTMLElement).classList.contains("plain") ? ".button.plain" : ".button"
  const rows = [...event.currentTarget.querySelectorAll("tbody tr")]
  rows[rows.indexOf(from) + by]?.querySelector<HTMLElement>(column)?.focus()
  event.preventDefault()
}
