// The look-up round: whoever is due, one by one, number and birth country a key away, five answers, next. Nothing is asked of anybody's
// system by the desk itself: a member looks, and says what she saw.
import type { LookLine, Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useRef, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { notForThePage } from "../app/keyboard.ts"
import { useLive } from "../app/live.ts"
import { useCaseWords } from "../case/use-case-words.ts"
import { calledIn } from "../person/called-in.ts"
import { type Act, type Answer, endsTheLook, notFound, samePlace } from "./answer.ts"
import { DatedForm } from "./dated-form.tsx"
import { LookCard, locatorCountry } from "./look-card.tsx"
import { lookQueue } from "./look-queue.ts"
import { MovedForm } from "./moved-form.tsx"
import "./round.css"

interface Written {
  readonly line: LookLine
  readonly at: number
  readonly seq: number
}
type Open = "moved" | "hearing" | "appeal"

export default function RoundPage() {
  const { vault, words, language, now, toast, refusalText } = useDesk()
  const live = useLive()
  const { round, app } = words.value
  const caseWords = useCaseWords()
  const [queue, setQueue] = useState<readonly LookLine[] | null>(null)
  const [at, setAt] = useState(0)
  const [written, setWritten] = useState<readonly Written[]>([])
  const [open, setOpen] = useState<Open | null>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const busy = useRef(false)
  const due = live.today.value?.dueLooks
  // The round is whoever was due when it began: nobody leaps away from under a finger.
  useEffect(() => {
    if (queue === null && due !== undefined) setQueue(lookQueue(due, now()))
  }, [due])
  const line = queue?.[at]

  function begin(): void {
    setQueue(due === undefined ? null : lookQueue(due, now()))
    setAt(0)
    setWritten([])
  }
  function copy(text: string | null): void {
    if (text !== null) void navigator.clipboard.writeText(text).then(() => toast(round.copied(text)))
  }
  async function write(answer: Answer, act: Act): Promise<void> {
    if (line === undefined || busy.current) return
    busy.current = true
    try {
      const done = await vault.act(line.stream, act.does, act.input)
      setRefused(done.ok ? null : done.refusal)
      if (!done.ok) return
      setWritten([...written, { line, at, seq: done.value.seq }])
      setOpen(null)
      toast(round.recorded[answer](calledIn(language.value, line)))
      if (endsTheLook(answer)) setAt(at + 1)
    } finally {
      busy.current = false
    }
  }
  async function undo(): Promise<void> {
    const last = written.at(-1)
    if (last === undefined || busy.current) return
    busy.current = true
    try {
      const done = await vault.strike(last.line.stream, last.seq, round.undoWhy)
      setRefused(done.ok ? null : done.refusal)
      if (!done.ok) return
      setWritten(written.slice(0, -1))
      setOpen(null)
      setAt(last.at)
      toast(round.undone(calledIn(language.value, last.line)))
    } finally {
      busy.current = false
    }
  }
  const press: Readonly<Record<string, () => void>> =
    line === undefined
      ? { KeyU: () => void undo() }
      : {
          Digit1: () => void write("same", samePlace(line, now())),
          Digit2: () => setOpen("moved"),
          Digit3: () => void write("not-found", notFound(line, now())),
          Digit4: () => setOpen("hearing"),
          Digit5: () => setOpen("appeal"),
          KeyC: () => copy(line.aNumber),
          KeyB: () => copy(locatorCountry(line.countryOfBirth)),
          KeyN: () => setAt(at + 1),
          KeyU: () => void undo(),
        }
  const pressed = useRef(press)
  pressed.current = press
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (notForThePage(event) || event.shiftKey) return
      // By its place, so that the keys are the same under a Russian layout; the number pad counts as well.
      const act = pressed.current[event.code.replace("Numpad", "Digit")]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [])
  // Whoever listens hears whose turn it is.
  useEffect(() => {
    if (written.length > 0 || at > 0) document.getElementById("look-name")?.focus()
  }, [at])

  return (
    <div class="round stack-l">
      <header>
        <h1>{round.title}</h1>
        <p class="quiet">{round.lede}</p>
        <p class="quiet small by-keys">{round.keys}</p>
      </header>
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      {queue === null && <p class="quiet">{app.loading}</p>}
      {queue?.length === 0 && <p class="quiet nothing">{round.none}</p>}
      {queue !== null && queue.length > 0 && line === undefined && (
        <div class="stack finished">
          <p id="look-name" tabIndex={-1}>
            {round.done(written.length)}
          </p>
          <p class="acts">
            <Button look="main" onPress={begin}>
              {round.start}
            </Button>
            {written.length > 0 && <Button onPress={() => void undo()}>{round.undo}</Button>}
          </p>
        </div>
      )}
      {line !== undefined && queue !== null && (
        <section class="look" aria-labelledby="look-name">
          <p class="quiet small">
            <progress max={queue.length} value={at} aria-label={round.of(at + 1, queue.length)} /> {round.of(at + 1, queue.length)}
          </p>
          <LookCard line={line} onCopy={copy} />
          {open === "moved" && (
            <MovedForm key={line.person} line={line} onDone={(act) => void write("moved", act)} onLeave={() => setOpen(null)} />
          )}
          {(open === "hearing" || open === "appeal") && caseWords !== null && (
            <DatedForm
              key={`${line.person}${open}`}
              what={open}
              line={line}
              words={caseWords}
              onDone={(act) => void write(open, act)}
              onLeave={() => setOpen(null)}
            />
          )}
          {open === null && (
            <div class="answers">
              <AnswerButton digit="1" main onPress={press["Digit1"]}>
                {round.same}
              </AnswerButton>
              <AnswerButton digit="2" onPress={press["Digit2"]}>
                {round.moved}
              </AnswerButton>
              <AnswerButton digit="3" onPress={press["Digit3"]}>
                {round.notFound}
              </AnswerButton>
              <AnswerButton digit="4" onPress={press["Digit4"]}>
                {round.hearing}
              </AnswerButton>
              <AnswerButton digit="5" onPress={press["Digit5"]}>
                {round.appeal}
              </AnswerButton>
              <AnswerButton digit="n" onPress={press["KeyN"]}>
                {round.skip}
              </AnswerButton>
              {written.length > 0 && (
                <AnswerButton digit="u" onPress={press["KeyU"]}>
                  {round.undo}
                </AnswerButton>
              )}
            </div>
          )}
        </section>
      )}
    </div>
  )
}

interface AnswerButtonProps {
  readonly digit: string
  readonly main?: boolean
  readonly onPress: (() => void) | undefined
  readonly children: string
}

const AnswerButton = ({ digit, main, onPress, children }: AnswerButtonProps) => (
  <button type="button" class={main ? "button main" : "button"} aria-keyshortcuts={digit} onClick={() => onPress?.()}>
    {children} <kbd>{digit}</kbd>
  </button>
)
