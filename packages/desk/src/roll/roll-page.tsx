// Lists of people named for a flight or a transfer: the newest first, and a form to write one down while somebody is still on the line.
import type { Confidence, Refusal, RollCall } from "@safe-conduct/client/member"
import { mentionedLines } from "@safe-conduct/domain/person"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Choice } from "@safe-conduct/ui/choice.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextArea, TextField } from "@safe-conduct/ui/text-field.tsx"
import { noDay } from "@safe-conduct/ui/typed-day.ts"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { ago, whenText } from "../app/when.ts"
import { readField, type TypedWhen } from "../case/form/values.ts"
import { WhenControl } from "../case/form/when-control.tsx"
import { law } from "../case/programme.ts"
import { useCaseWords } from "../case/use-case-words.ts"
import { LiveNames } from "./live-names.tsx"
import { useRollCalls } from "./use-roll-calls.ts"
import "./roll.css"

export default function RollPage() {
  const { words, language, zone, now } = useDesk()
  const { roll, app } = words.value
  const calls = useRollCalls()
  return (
    <div class="roll stack-l">
      <header class="stack-s">
        <h1>{roll.page}</h1>
        <p class="quiet">{roll.lede}</p>
      </header>
      {calls === null && <p class="quiet">{app.loading}</p>}
      {calls?.length === 0 && <p class="quiet">{roll.none}</p>}
      {calls !== null && calls.length > 0 && (
        <ul class="rolls">
          {calls.map((call) => {
            const unknown = call.lines.filter(({ as }) => as === "unknown").length
            return (
              <li key={call.sighting}>
                <a data-row href={paths.rollCall(call.sighting)}>
                  <strong>{roll.title(call.kind, call.place)}</strong>
                  <span>{whenText(language.value, call.at, zone)}</span>
                  <span class="quiet">
                    {roll.confidences[call.confidence]}. {roll.named(call.lines.length)},{" "}
                    {roll.ours(call.lines.filter(({ who }) => who).length)}; {unknown === 0 ? roll.allKnown : roll.unknown(unknown)}
                  </span>
                  <span class="quiet small">{roll.said(call.by, ago(language.value, call.since, now()))}</span>
                </a>
              </li>
            )
          })}
        </ul>
      )}
      <BeginRoll />
    </div>
  )
}

const blank = { kind: "flight" as RollCall["kind"], place: "", source: "", confidence: "" as Confidence | "", names: "" }

function BeginRoll() {
  const { vault, words, zone, go, refusalText } = useDesk()
  const { roll, app } = words.value
  const caseWords = useCaseWords()
  const [typed, setTyped] = useState(blank)
  const zones = { there: law.zones.board, here: zone }
  const [when, setWhen] = useState<TypedWhen>({ day: noDay, time: "", zone: zones.there })
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const set = (some: Partial<typeof blank>): void => setTyped({ ...typed, ...some })
  const at = readField({ is: "when", at: "/at", label: "when" } as never, when) as string | undefined
  const people = mentionedLines(typed.names)
  const place = typed.place.trim()
  const wrong = (bad: boolean, sentence: string): string | undefined => (tried && bad ? sentence : undefined)
  const write = async (): Promise<void> => {
    setTried(true)
    if (busy || place === "" || at === undefined || people.length === 0 || typed.confidence === "") return
    setBusy(true)
    try {
      const written = await vault.beginRoll({
        kind: typed.kind,
        at,
        place,
        ...(typed.source.trim() && { source: typed.source.trim() }),
        confidence: typed.confidence,
        names: people.map((text) => ({ text })),
      })
      if (!written.ok) return setRefused(written.refusal)
      go(paths.rollCall(written.value.sighting))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      class="begin-roll stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void write()
      }}
    >
      <h2>{roll.begin}</h2>
      <Choice
        id="roll-kind"
        label={roll.kind}
        across
        value={typed.kind}
        onInput={(kind) => set({ kind })}
        options={(["flight", "transfer", "call", "other"] as const).map((value) => ({ value, label: roll.kinds[value] }))}
      />
      <TextField
        id="roll-place"
        label={roll.place}
        hint={roll.placeHint}
        value={typed.place}
        max={200}
        error={wrong(place === "", roll.placeMissing)}
        onInput={(text) => set({ place: text })}
      />
      {caseWords !== null && (
        <WhenControl
          id="roll-when"
          label={roll.when}
          error={wrong(at === undefined, roll.whenMissing)}
          value={when}
          onInput={setWhen}
          words={caseWords}
          zones={zones}
        />
      )}
      <TextField
        id="roll-source"
        label={roll.source}
        hint={roll.sourceHint}
        optional={caseWords?.form.optional}
        value={typed.source}
        max={200}
        onInput={(source) => set({ source })}
      />
      <Choice
        id="roll-confidence"
        label={roll.confidence}
        error={wrong(typed.confidence === "", roll.confidenceMissing)}
        value={typed.confidence}
        onInput={(confidence) => set({ confidence })}
        options={(["rumoured", "reported", "confirmed"] as const).map((value) => ({ value, label: roll.confidences[value] }))}
      />
      <TextArea
        id="roll-names"
        label={roll.names}
        hint={people.length === 0 ? roll.namesHint : `${roll.namesHint} ${roll.named(people.length)}.`}
        rows={6}
        value={typed.names}
        error={wrong(people.length === 0, roll.namesMissing)}
        onInput={(names) => set({ names })}
      />
      <LiveNames names={people} place={place} />
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      <Button submit look="main" id="write-roll" refused={busy ? app.loading : null}>
        {roll.write}
      </Button>
    </form>
  )
}
