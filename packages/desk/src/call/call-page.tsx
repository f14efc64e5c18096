// A call from inside: one hand, a bad line, ten minutes. Whatever is typed is sealed as its field is left, so that "cut off" loses nothing;
// who it is may be found at the end.
import type { CaseView, SearchHit } from "@safe-conduct/client/member"
import { openQuestions } from "@safe-conduct/domain/case"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Choice } from "@safe-conduct/ui/choice.tsx"
import type { CallLine, FirstQuestion } from "@safe-conduct/words/desk/call/index.ts"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { CallTimer } from "./call-timer.tsx"
import { NamesHeard } from "./names-heard.tsx"
import { SealedField, type SealedNow } from "./sealed-field.tsx"
import { useCallNotes } from "./use-call-notes.ts"
import { WhoCalls } from "./who-calls.tsx"
import "./call.css"

const lines: readonly CallLine[] = ["recorded", "tablet", "open"]
const first: readonly FirstQuestion[] = ["where", "packing", "counsel"]

export default function CallPage({ stream: given }: { readonly stream?: string }) {
  const desk = useDesk()
  const { call } = desk.words.value
  const [began, setBegan] = useState(desk.now)
  const [line, setLine] = useState<CallLine>("recorded")
  const [who, setWho] = useState<Pick<SearchHit, "stream" | "person" | "name" | "latin"> | null>(null)
  const [view, setView] = useState<CaseView | null>(null)
  const [sighting, setSighting] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const stream = who?.stream ?? null
  const notes = useCallNotes(who)

  useEffect(() => {
    if (given === undefined) return
    void desk.vault.openCase(given).then((opened) => {
      const [one] = opened.ok ? opened.value.row.people : []
      if (opened.ok && one !== undefined) setWho({ stream: given, person: one.person, name: one.cyrillic || one.latin, latin: one.latin })
    })
  }, [given])
  useEffect(() => {
    setView(null)
    let here = true
    if (stream !== null) void desk.vault.openCase(stream).then((opened) => here && opened.ok && setView(opened.value))
    return () => void (here = false)
  }, [stream])

  const answered = async (id: string, text: string): Promise<SealedNow> => {
    if (stream === null) return { ok: false, sentence: call.unknownYet }
    const done = await desk.vault.act(stream, "asked", { id, answer: text })
    return done.ok ? { ok: true } : { ok: false, sentence: desk.refusalText(done.refusal) }
  }
  return (
    <div class="call stack-l">
      <header class="stack-s">
        <div class="call-head">
          <h1>{call.page}</h1>
          {!over && <CallTimer began={began} />}
        </div>
        <p class="quiet">{call.lede}</p>
      </header>
      {over ? (
        <section class="stack" role="status">
          <h2>{call.cutTitle}</h2>
          <p>{call.cutMore(notes.count)}</p>
          {stream === null && <p class="quiet">{call.unknownYet}</p>}
          <div class="row">
            {stream !== null && (
              <a class="button" href={paths.case(stream)}>
                {call.toCase}
              </a>
            )}
            {sighting !== null && (
              <a class="button" href={paths.rollCall(sighting)}>
                {call.toRoll}
              </a>
            )}
            <Button
              onPress={() => {
                setBegan(desk.now())
                setOver(false)
              }}
            >
              {call.again}
            </Button>
          </div>
        </section>
      ) : (
        <>
          <Choice
            id="call-line"
            label={call.line}
            hint={call.ceilings[line]}
            across
            value={line}
            onInput={setLine}
            options={lines.map((value) => ({ value, label: call.lines[value] }))}
          />
          <WhoCalls who={who} onWho={setWho} />
          <section class="stack">
            {first.map((one) => (
              <SealedField
                key={one}
                id={`call-${one}`}
                label={call.questions[one]}
                start={notes.kept[one] ?? ""}
                onSeal={(text) => notes.seal(one, call.questions[one], text)}
              />
            ))}
          </section>
          {view !== null && (
            <section class="stack" aria-label={call.waiting}>
              <h2>{call.waiting}</h2>
              {openQuestions(view.state).length === 0 && <p class="quiet small">{call.waitingNone}</p>}
              {openQuestions(view.state).map((row) => (
                <SealedField key={row.id} id={`asked-${row.id}`} label={row.text} start="" once onSeal={(text) => answered(row.id, text)} />
              ))}
            </section>
          )}
          <NamesHeard place={notes.kept["where"] ?? ""} sighting={sighting} onSighting={setSighting} />
          <SealedField
            id="call-anything"
            label={call.anything}
            start={notes.kept["anything"] ?? ""}
            rows={5}
            onSeal={(text) => notes.seal("anything", call.anything, text)}
          />
          <div class="row">
            <Button look="danger" id="cut-off" onPress={() => setOver(true)}>
              {call.cut}
            </Button>
          </div>
        </>
      )}
      <BeforeTheLineGoes />
    </div>
  )
}

function BeforeTheLineGoes() {
  const { call } = useDesk().words.value
  return (
    <section class="stack before-cut" aria-label={call.close}>
      <h2>{call.close}</h2>
      <p class="quiet small">{call.say}</p>
      <blockquote lang="en">{call.afraid}</blockquote>
      <p>{call.afraidMore}</p>
      <p>
        <strong>{call.sign}</strong>
      </p>
      <p>{call.ringAgain}</p>
      <details>
        <summary>{call.danger}</summary>
        <ol>
          {call.dangerSteps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </details>
      <p class="quiet small">{call.never}</p>
    </section>
  )
}
