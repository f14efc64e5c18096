// One list, called down: each name is held against ours, put on one of four piles by a key, and its family told by one of three sentences.
import type { Refusal, RollCall, RollLine, RollPile } from "@safe-conduct/client/member"
import { mentionedLines } from "@safe-conduct/domain/person"
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextArea } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { ago, isDay, millisOf, whenText } from "../app/when.ts"
import { CallList } from "./call-list.tsx"
import { LiveNames } from "./live-names.tsx"
import { RollRow } from "./roll-row.tsx"
import { TellFamilies } from "./tell-families.tsx"
import { useRollCalls } from "./use-roll-calls.ts"
import { useSuggestions } from "./use-suggestions.ts"
import "./roll.css"

const piles: readonly RollPile[] = ["unknown", "aboard", "here", "off-list"]

/** A row that leaves its pile takes the focus with it: whoever walks the list by keys stands on the one behind it at once. */
function nextRow(): void {
  const row = document.activeElement?.closest<HTMLElement>(".roll-row")
  const next = row?.nextElementSibling ?? row?.previousElementSibling
  if (next instanceof HTMLElement) next.focus()
}

export default function RollCallPage({ sighting }: { readonly sighting: string }) {
  const { words } = useDesk()
  const { roll, app } = words.value
  const calls = useRollCalls()
  const call = calls?.find((one) => one.sighting === sighting)
  if (calls === null) return <p class="quiet waiting">{app.loading}</p>
  if (call === undefined)
    return (
      <div class="roll stack">
        <p>{roll.none}</p>
        <a href={paths.roll}>{roll.back}</a>
      </div>
    )
  return <Called call={call} />
}

function Called({ call }: { readonly call: RollCall }) {
  const { vault, words, language, zone, now, refusalText } = useDesk()
  const { roll, app } = words.value
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [unreached, setUnreached] = useState<ReadonlySet<string>>(new Set())
  const open = call.lines.flatMap(({ who, text }) => (who === null && text !== null ? [text] : []))
  const suggestions = useSuggestions(open, call.place)
  const at = millisOf(call.at)
  const past = at !== null && at + (isDay(call.at) ? 86_400_000 : 0) < now()
  const unknown = call.lines.filter(({ as }) => as === "unknown").length

  const say = async (
    line: RollLine,
    as: RollPile,
    more: { readonly case?: string; readonly person?: string; readonly why?: string } = {},
  ) => {
    if (as !== line.as) nextRow()
    const done = await vault.sayOfSeen(call.sighting, line.index, { as, ...more })
    setRefused(done.ok ? null : done.refusal)
  }
  return (
    <div class="roll stack-l">
      <header class="stack-s">
        <p class="no-print">
          <a href={paths.roll}>{roll.back}</a>
        </p>
        <h1>{roll.title(call.kind, call.place)}</h1>
        <p class="roll-when">
          <strong>{whenText(language.value, call.at, zone)}</strong> · {roll.confidences[call.confidence]}
        </p>
        <p class="quiet">
          {call.source !== null && <>{call.source}. </>}
          {roll.said(call.by, ago(language.value, call.since, now()))}
        </p>
        {call.note !== null && <p>{call.note}</p>}
        {call.gone > 0 && <p class="quiet">{roll.retired(call.gone)}</p>}
        <p class={unknown > 0 && past ? "signal" : "quiet"} role="status">
          {unknown === 0 ? roll.allKnown : past ? roll.reconcile : roll.unknown(unknown)}
        </p>
        <p class="quiet small by-keys no-print">{roll.keys}</p>
        <div class="row no-print">
          <Button onPress={() => print()}>{roll.print}</Button>
        </div>
      </header>
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      {piles.map((pile) => {
        const lines = call.lines.filter(({ as }) => as === pile)
        return (
          <section key={pile} class={`pile pile-${pile}`} aria-label={roll.piles[pile]}>
            <h2>
              {roll.piles[pile]} <span class="data">{lines.length}</span>
            </h2>
            {lines.length === 0 ? (
              <p class="quiet small">{roll.pileNone}</p>
            ) : (
              <ul class="pile-lines">
                {lines.map((line) => (
                  <RollRow
                    key={line.index}
                    line={line}
                    maybe={suggestions.get(line.text ?? "") ?? []}
                    onSay={(as, more) => void say(line, as, more)}
                  />
                ))}
              </ul>
            )}
          </section>
        )
      })}
      <TellFamilies call={call} onUnreached={(asks) => setUnreached(new Set([...unreached, ...asks]))} onRefused={setRefused} />
      <CallList call={call} unreached={unreached} />
      <MoreNames call={call} onRefused={setRefused} />
    </div>
  )
}

function MoreNames({ call, onRefused }: { readonly call: RollCall; readonly onRefused: (refusal: Refusal | null) => void }) {
  const { vault, words } = useDesk()
  const { roll, app } = words.value
  const [names, setNames] = useState("")
  const [busy, setBusy] = useState(false)
  const people = mentionedLines(names)
  const add = async (): Promise<void> => {
    if (busy || people.length === 0) return
    setBusy(true)
    try {
      const done = await vault.addToRoll(call.sighting, { names: people.map((text) => ({ text })) })
      onRefused(done.ok ? null : done.refusal)
      if (done.ok) setNames("")
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      class="begin-roll stack-s no-print"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextArea id="roll-more" label={roll.more} hint={roll.namesHint} rows={3} value={names} onInput={setNames} />
      <LiveNames names={people} place={call.place} />
      <div class="row">
        <Button submit id="add-to-roll" refused={busy ? app.loading : people.length === 0 ? roll.namesMissing : null}>
          {roll.add}
        </Button>
      </div>
    </form>
  )
}
