// The answer about each person as it came, silence counted in days, and the recall of someone who should no longer be in it.
import type { ProposalLine } from "@safe-conduct/client/member"
import { proposalAnswers, silenceDays } from "@safe-conduct/domain/proposals"
import { Select } from "@safe-conduct/ui/choice.tsx"
import { DateField } from "@safe-conduct/ui/date-field.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { dayText, noDay } from "@safe-conduct/ui/typed-day.ts"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { dayBy } from "../app/when.ts"
import type { OpenProposal } from "./proposal-context.ts"

export function Answers({ open }: { readonly open: OpenProposal }) {
  const { view, words } = open
  const { proposals } = words
  return (
    <section class="case-part" aria-labelledby="answers">
      <header>
        <h2 id="answers">{proposals.answers}</h2>
      </header>
      <ul class="plain-list">
        {view.rows.map((line) => (
          <Answer key={line.stream + line.person} line={line} open={open} />
        ))}
      </ul>
    </section>
  )
}

/** After these nobody waits for more. */
const settled: ReadonlySet<string> = new Set([
  "ACCEPTED",
  "ACCEPTED_CONDITIONAL",
  "REFUSED",
  "OVERTAKEN_RELEASED",
  "OVERTAKEN_REMOVED",
  "WITHDRAWN",
])

function Answer({ line, open }: { readonly line: ProposalLine; readonly open: OpenProposal }) {
  const desk = useDesk()
  const { view, words, told } = open
  const { proposals, labels, fields, form } = words
  const [doing, setDoing] = useState<"answer" | "recall" | null>(null)
  const [answer, setAnswer] = useState("")
  const [on, setOn] = useState(noDay)
  const [reference, setReference] = useState("")
  const [why, setWhy] = useState("")
  const of = { stream: line.stream, person: line.person }
  const name = [line.row["surname"], line.row["given"]].filter(Boolean).join(" ") || line.person
  const today = dayBy(desk.zone, desk.now())
  // An acknowledgement is not an answer: the count goes on from it.
  const silent = silenceDays(view.state, { case: line.stream, person: line.person }, today)
  const said = line.answer === null ? null : (labels.pick.answer[line.answer as keyof typeof labels.pick.answer] ?? line.answer)
  const send = async () => {
    const done =
      doing === "recall"
        ? await desk.vault.recall(view.stream, of, why)
        : await desk.vault.recordAnswer(view.stream, {
            ...of,
            answer,
            on: dayText(on) ?? "",
            ...(reference.trim() === "" ? {} : { reference: reference.trim() }),
          })
    if (await told(done)) setDoing(null)
  }
  return (
    <li class={line.recalled ? "off" : undefined}>
      <span>
        <a href={`/desk/case/${line.stream}`}>{name}</a>
        {said !== null && `: ${said}`}
        {line.recalled ? (
          <strong> · {proposals.recalled}</strong>
        ) : silent !== null ? (
          <strong> · {proposals.silence(silent)}</strong>
        ) : settled.has(line.answer ?? "") ? (
          <span class="quiet"> · {proposals.noSilence}</span>
        ) : null}
      </span>
      {doing === null && !line.recalled && (
        <span class="acts">
          <button type="button" class="button small" onClick={() => setDoing("answer")}>
            {proposals.answer}
          </button>
          <button type="button" class="button small plain" onClick={() => setDoing("recall")}>
            {proposals.recall}
          </button>
        </span>
      )}
      {doing !== null && (
        <form
          class="stack-s narrow-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          {doing === "answer" ? (
            <>
              <Select
                id={`answer-${line.person}`}
                label={proposals.answer}
                value={answer}
                onInput={setAnswer}
                empty={form.choose}
                options={proposalAnswers.map((value) => ({ value, label: labels.pick.answer[value] }))}
              />
              <DateField id={`answer-on-${line.person}`} label={proposals.answerOn} value={on} onInput={setOn} words={form} />
              <TextField
                id={`answer-ref-${line.person}`}
                label={fields.reference}
                optional={form.optional}
                value={reference}
                onInput={setReference}
              />
            </>
          ) : (
            <TextField id={`recall-${line.person}`} label={fields.why} value={why} onInput={setWhy} />
          )}
          <p class="acts">
            <button type="submit" class="button small main">
              {doing === "recall" ? proposals.recall : proposals.answerSave}
            </button>
            <button type="button" class="button small plain" onClick={() => setDoing(null)}>
              {form.cancel}
            </button>
          </p>
        </form>
      )}
    </li>
  )
}
