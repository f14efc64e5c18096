// Exactly what leaves, key by key, as it was frozen: no hidden column can exist, because every key of a row is shown.
import type { ProposalLine } from "@safe-conduct/client/member"
import { useState } from "preact/hooks"
import { annexKeys } from "@safe-conduct/words/case/annex.ts"
import { useDesk } from "../app/context.tsx"
import type { OpenProposal } from "./proposal-context.ts"

export function Rows({ open }: { readonly open: OpenProposal }) {
  const { view, words } = open
  const { proposals } = words
  const named = proposals.columns as Readonly<Record<string, string>>
  const used = new Set(view.rows.flatMap((line) => Object.keys(line.row)))
  const known = annexKeys.filter((key) => used.has(key)) as readonly string[]
  const keys = [...known, ...[...used].filter((key) => !known.includes(key))]
  const before = view.stage === "draft" || view.stage === "frozen" || view.stage === "approved"
  return (
    <section class="case-part" aria-labelledby="rows">
      <header>
        <h2 id="rows">{proposals.rows}</h2>
      </header>
      <p class="quiet">{proposals.rowsHint}</p>
      {view.rows.length === 0 ? (
        <p>{proposals.noRows}</p>
      ) : (
        <div class="table-frame" tabIndex={0}>
          <table class="table rows">
            <caption class="unseen">{proposals.rows}</caption>
            <thead>
              <tr>
                {keys.map((key) => (
                  <th scope="col">{named[key] ?? key}</th>
                ))}
                {before && <td />}
              </tr>
            </thead>
            <tbody>
              {view.rows.map((line) => (
                <tr key={line.stream + line.person} class={line.recalled ? "off" : undefined}>
                  {keys.map((key) => (
                    <td data-name={named[key] ?? key} class={String(line.row[key] ?? "").length > 60 ? "long" : undefined}>
                      {shown(line.row[key], words.form)}
                    </td>
                  ))}
                  {before && (
                    <td>
                      <Drop line={line} open={open} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

const shown = (value: string | number | boolean | undefined, { yes, no }: { readonly yes: string; readonly no: string }): string =>
  value === undefined ? "" : typeof value === "boolean" ? (value ? yes : no) : String(value)

function Drop({ line, open }: { readonly line: ProposalLine; readonly open: OpenProposal }) {
  const desk = useDesk()
  const { words, view, told } = open
  const [why, setWhy] = useState<string | null>(null)
  if (why === null)
    return (
      <button type="button" class="button small plain" onClick={() => setWhy("")}>
        {words.proposals.drop}
      </button>
    )
  return (
    <form
      class="strike-form"
      onSubmit={async (event) => {
        event.preventDefault()
        if (await told(await desk.vault.dropCandidate(view.stream, { stream: line.stream, person: line.person }, why))) setWhy(null)
      }}
    >
      <input
        aria-label={words.fields.why}
        placeholder={words.fields.why}
        value={why}
        onInput={(event) => setWhy(event.currentTarget.value)}
      />
      <button type="submit" class="button small">
        {words.proposals.drop}
      </button>
    </form>
  )
}
