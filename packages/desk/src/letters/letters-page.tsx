// What this desk has issued and whether it still holds; the same list as a file, for checking a letter with no line at all.
import type { PublishedLetters } from "@safe-conduct/client/member"
import type { Refusal } from "@safe-conduct/domain/refusal"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { Table } from "@safe-conduct/ui/table.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useCaseWords } from "../case/use-case-words.ts"
import { saveBytes } from "../files/save.ts"

export default function LettersPage() {
  const desk = useDesk()
  const words = useCaseWords()
  const [list, setList] = useState<PublishedLetters | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useEffect(() => {
    let here = true
    const read = () =>
      void desk.vault.publishedLetters().then((got) => {
        if (!here) return
        if (got.ok) setList(got.value)
        else setRefusal(got.refusal)
      })
    read()
    const forget = desk.vault.on((change) => change.what === "register" && read())
    return () => {
      here = false
      forget()
    }
  }, [])
  if (words === null) return null
  const { letters, labels } = words
  const named = { ...labels.pick.kind, ...labels.pick.proposal } as Readonly<Record<string, string>>
  return (
    <article class="letters stack" data-density="dense">
      <h1>{letters.title}</h1>
      <p>{letters.lead}</p>
      {refusal !== null && <RefusalNotice title={letters.title} sentence={desk.refusalText(refusal)} code={refusal.error} />}
      {list !== null && (
        <>
          <Table
            caption={letters.title}
            empty={<p class="quiet">{letters.none}</p>}
            keyOf={(row) => row.number}
            rows={list.letters}
            columns={[
              { name: letters.number, cell: (row) => <span class="data">{row.number}</span> },
              { name: letters.kind, cell: (row) => named[row.kind] ?? row.kind },
              {
                name: letters.status,
                cell: (row) =>
                  `${letters.states[row.status]}${row.replacedBy === undefined ? "" : ` (${letters.replacedBy(row.replacedBy)})`}`,
              },
            ]}
          />
          <div>
            <button
              type="button"
              class="button"
              onClick={() => saveBytes(new TextEncoder().encode(list.json), "published-letters.json", "application/json")}
            >
              {letters.published}
            </button>
            <p class="quiet small">{letters.publishedHint}</p>
          </div>
        </>
      )}
    </article>
  )
}
