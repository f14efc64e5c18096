// One entry: what was done, by whom, when; struck or refused it stays to be read, with why.
import type { LogLine } from "@safe-conduct/client/member"
import { type ActionName, actionNames } from "@safe-conduct/domain/case"
import { useState } from "preact/hooks"
import { useDesk } from "../../app/context.tsx"
import { hour, millisOf } from "../../app/when.ts"
import { Factor } from "../../keys/factor.tsx"
import { useCase } from "../case-context.ts"
import { momentIn } from "../day-words.ts"
import { summaryOf } from "./summary.ts"

const isAction = (does: string): does is ActionName => (actionNames as readonly string[]).includes(does)

export function LogEntry({ line }: { readonly line: LogLine }) {
  const desk = useDesk()
  const open = useCase()
  const { words, nameOf } = open
  const { log } = words
  const me = desk.who.value?.member
  const stored = millisOf(line.hour)
  const odd = line.at !== null && stored !== null && (line.at < stored - hour || line.at > stored + 2 * hour)
  const shownAt = odd ? stored : (line.at ?? stored)
  const text = isAction(line.does) ? summaryOf(line.does, line.input, open, desk.zone) : ""
  const off = line.refused !== null || line.struck !== null
  return (
    <li class={off ? "log-line off" : "log-line"} id={`entry-${line.seq}`}>
      <p class="log-said">
        <span class="does">{isAction(line.does) ? words.labels.actions[line.does] : line.does}</span>{" "}
        {text !== "" && <span class="text">{text}</span>}
      </p>
      <p class="log-made quiet small">
        <span>{line.by === me ? log.you : line.name || nameOf(line.by)}</span>
        {" · "}
        <time>{shownAt === null ? line.hour : momentIn(words.language, shownAt, desk.zone)}</time>
        {line.does === "approve" && (
          <>
            {" · "}
            <Factor line={line} />
          </>
        )}
        {odd && line.at !== null && ` (${log.saidAt(momentIn(words.language, line.at, desk.zone))})`}
        {!off && line.does !== "strike" && <Strike line={line} />}
      </p>
      {line.refused && <p class="mark">{log.notChanged(desk.refusalText(line.refused))}</p>}
      {line.struck && <p class="mark">{log.struck(nameOf(line.struck.by), line.struck.why)}</p>}
    </li>
  )
}

function Strike({ line }: { readonly line: LogLine }) {
  const desk = useDesk()
  const { view, words, told } = useCase()
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState("")
  const [no, setNo] = useState<string | null>(null)
  if (!asking) {
    return (
      <button type="button" class="strike" onClick={() => setAsking(true)}>
        {words.log.strike}
      </button>
    )
  }
  const strike = async () => {
    const checked = await desk.vault.check(view.stream, "strike", { seq: line.seq, why })
    if (checked.refusal !== null) return setNo(desk.refusalText(checked.refusal))
    const done = await desk.vault.strike(view.stream, line.seq, why)
    if (!done.ok) return setNo(desk.refusalText(done.refusal))
    setAsking(false)
    await told(done)
  }
  return (
    <form
      class="strike-form"
      onSubmit={(event) => {
        event.preventDefault()
        void strike()
      }}
      onKeyDown={(event) => event.key === "Escape" && setAsking(false)}
    >
      <input
        aria-label={words.log.strikeWhy}
        placeholder={words.log.strikeWhy}
        value={why}
        onInput={(event) => setWhy(event.currentTarget.value)}
        ref={(input) => input?.focus()}
      />
      <button type="submit" class="button small">
        {words.log.strikeGo}
      </button>
      <button type="button" class="button plain small" onClick={() => setAsking(false)}>
        {words.form.cancel}
      </button>
      {no && (
        <p class="error" role="alert">
          {no}
        </p>
      )}
    </form>
  )
}
