// A case turned over: on one side what the desk reads, on the other the very rows that lie in the database.
import type { CaseRow, Refusal } from "@safe-conduct/client/member"
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import { useLocation } from "preact-iso"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useLive } from "../app/live.ts"
import { fullDay } from "../app/when.ts"
import { bothScripts } from "../person/both-scripts.ts"
import { leading, placeText, reasonsOf } from "../today/facts.ts"
import { isTables, noiseOf, noisiestFirst, type Stored } from "./stored-rows.ts"

export function ServerSees({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { words, language } = useDesk()
  const { list } = useLive()
  const { path } = useLocation()
  const [chosen, setChosen] = useState<string | null>(null)
  const { trial: said, app } = words.value
  const rows = list.value ?? []
  const onPage = /^\/desk\/case\/([a-z2-7]+)/.exec(path)?.[1]
  const stream = chosen ?? onPage ?? rows[0]?.stream ?? null
  const row = rows.find((one) => one.stream === stream)
  return (
    <Dialog
      open={open}
      title={said.serverTitle}
      onClose={onClose}
      foot={
        <button type="button" class="button" onClick={onClose}>
          {app.close}
        </button>
      }
    >
      <div class="turned">
        <p>{said.serverText}</p>
        {rows.length > 0 && (
          <label class="row">
            <span>{said.serverChoose}</span>
            <select value={stream ?? ""} onChange={(event) => setChosen(event.currentTarget.value)}>
              {rows.map((one) => (
                <option value={one.stream}>{bothScripts(leading(one), one.title, language.value).first}</option>
              ))}
            </select>
          </label>
        )}
        {stream === null ? (
          <p class="quiet">{said.nothing}</p>
        ) : (
          <div class="two-sides">
            <section>
              <h3>{said.deskSide}</h3>
              {row && <Readable row={row} />}
            </section>
            <section>
              <h3>{said.serverSide}</h3>
              <Rows stream={stream} />
            </section>
          </div>
        )}
      </div>
    </Dialog>
  )
}

function Readable({ row }: { readonly row: CaseRow }) {
  const { words, language } = useDesk()
  return (
    <ul class="readable">
      {row.people.map((person) => (
        <li>
          <strong>{bothScripts(person, row.title, language.value).first}</strong>{" "}
          <span class="latin">{bothScripts(person, row.title, language.value).second}</span>
          <br />
          {[person.born && `${words.value.row.born} ${fullDay(language.value, person.born)}`, ...person.aNumbers]
            .filter(Boolean)
            .join(" · ")}
          <br />
          {placeText(words.value, person.where)}
          <br />
          {reasonsOf(words.value, person.clock.urgency.triggers, 4)}
        </li>
      ))}
    </ul>
  )
}

function Rows({ stream }: { readonly stream: string }) {
  const { words, vault, refusalText } = useDesk()
  const [stored, setStored] = useState<Stored | null>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  useEffect(() => {
    let gone = false
    setStored(null)
    setRefused(null)
    void vault.stored(stream).then((answer) => {
      if (gone) return
      if (!answer.ok) setRefused(answer.refusal)
      else if (isTables(answer.value)) setStored(answer.value)
    })
    return () => {
      gone = true
    }
  }, [stream])
  if (refused) return <p>{refusalText(refused)}</p>
  if (stored === null) return <p class="quiet">{words.value.app.loading}</p>
  return (
    <div class="tables" tabIndex={0}>
      {noisiestFirst(stored).map(([table, rows], place) => (
        <details open={place === 0}>
          <summary>
            {table} <span class="quiet">{words.value.trial.rows(rows.length)}</span>
          </summary>
          {rows.map((row) => (
            <dl>
              {Object.entries(row).map(([name, value]) => (
                <div>
                  <dt>{name}</dt>
                  <dd>{noiseOf(value, words.value.trial.bytes)}</dd>
                </div>
              ))}
            </dl>
          ))}
        </details>
      ))}
    </div>
  )
}
