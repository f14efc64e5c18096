// The one box that is always open: a note, a call, a letter. Enter saves; a draft stays in the member's own drawer, sealed.
import { useEffect, useRef, useState } from "preact/hooks"
import { useDesk } from "../../app/context.tsx"
import { useHeld } from "../../app/held.ts"
import { paths } from "../../app/paths.ts"
import { useCase } from "../case-context.ts"
import { drafts } from "./drafts.ts"

const kinds = ["note", "call", "letter"] as const
type Kind = (typeof kinds)[number]

export function LogBox() {
  const desk = useDesk()
  const { view, person, words, told } = useCase()
  const { log, labels, form } = words
  const [text, setText] = useHeld(`note ${view.stream}`, "")
  const [kind, setKind] = useState<Kind>("note")
  const [direction, setDirection] = useState<"in" | "out">("in")
  const [kept, setKept] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const sending = useRef(false)

  useEffect(() => {
    let here = true
    void drafts.read(desk.vault, view.stream).then((draft) => {
      if (here && draft !== "") setText((now) => now || draft)
    })
    return () => {
      here = false
    }
  }, [view.stream])

  async function save(): Promise<void> {
    const said = text.trim()
    if (said === "" || sending.current) return
    sending.current = true
    const input = {
      kind,
      text: said,
      ...(person === null || view.people.length < 2 ? {} : { person: person.person }),
      ...(kind === "note" ? {} : { direction }),
    }
    const done = await desk.vault.act(view.stream, "write-note", input).finally(() => (sending.current = false))
    if (!done.ok) return setError(desk.refusalText(done.refusal))
    setError(null)
    setText("")
    void drafts.keep(desk.vault, view.stream, "")
    await told(done)
  }

  return (
    <form
      class="log-box"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div class="log-kinds" role="radiogroup" aria-label={labels.actions["write-note"]}>
        {kinds.map((one) => (
          <label>
            <input type="radio" name="log-kind" checked={kind === one} onChange={() => setKind(one)} /> {labels.pick.note[one]}
          </label>
        ))}
        {kind === "call" && <a href={paths.callOf(view.stream)}>{desk.words.value.call.fromCase}</a>}
        {kind !== "note" && (
          <select
            aria-label={words.fields.direction}
            value={direction}
            onChange={(event) => setDirection(event.currentTarget.value as "in" | "out")}
          >
            <option value="in">{labels.pick.direction.in}</option>
            <option value="out">{labels.pick.direction.out}</option>
          </select>
        )}
      </div>
      <textarea
        id="log-text"
        rows={2}
        aria-label={log.box}
        placeholder={log.box}
        aria-describedby="log-hint"
        aria-invalid={error ? true : undefined}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setKept(false)
        }}
        onBlur={() => {
          // Taken off the screen because it locked: what was written is sealed by then, and must not be kept here again.
          if (desk.who.value !== null && text.trim() !== "") void drafts.keep(desk.vault, view.stream, text).then(setKept)
        }}
        onKeyDown={(event) => {
          // The keys of the page answer again once the box is left.
          if (event.key === "Escape") event.currentTarget.blur()
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
          event.preventDefault()
          void save()
        }}
      />
      {error && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
      <div class="log-foot">
        <span class="quiet small" id="log-hint">
          {kept ? log.draft : log.hint}
        </span>
        <button type="submit" class="button main small">
          {form.save}
        </button>
      </div>
    </form>
  )
}
