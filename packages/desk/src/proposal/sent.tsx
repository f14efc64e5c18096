// What was really sent, under which number of which registry, on which day: said by a person, never assumed.
import { sourceOfBlob } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { DateField } from "@safe-conduct/ui/date-field.tsx"
import { FileDrop } from "@safe-conduct/ui/file-drop.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { dayText, noDay } from "@safe-conduct/ui/typed-day.ts"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { dayIn } from "../case/day-words.ts"
import { FileView } from "../files/file-view.tsx"
import type { OpenProposal } from "./proposal-context.ts"

export function Sent({ open }: { readonly open: OpenProposal }) {
  const desk = useDesk()
  const { view, words, told } = open
  const { proposals } = words
  const [number, setNumber] = useState("")
  const [on, setOn] = useState(noDay)
  const [scan, setScan] = useState<File | null>(null)
  const [missing, setMissing] = useState(false)
  const sent = view.state.sent
  const send = async () => {
    const day = dayText(on)
    if (number.trim() === "" || day === undefined) return setMissing(true)
    setMissing(false)
    await told(
      await desk.vault.recordSent(view.stream, {
        number: number.trim(),
        on: day,
        ...(scan === null ? {} : { scan: sourceOfBlob(scan, scan.name) }),
      }),
    )
  }
  return (
    <section class="case-part" aria-labelledby="sent">
      <header>
        <h2 id="sent">{proposals.sent}</h2>
      </header>
      {sent.map((row) => (
        <div>
          <p>
            <span class="data">{row.number}</span>, {dayIn(words.language, row.on)}
          </p>
          {row.scan !== undefined && <FileView file={row.scan} />}
        </div>
      ))}
      {sent.length === 0 && (
        <form
          class="stack-s narrow-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <p class="quiet">{proposals.sentHint}</p>
          <TextField
            id="sent-number"
            label={proposals.sentNumber}
            narrow
            value={number}
            onInput={setNumber}
            error={missing && number.trim() === "" ? words.form.missing : undefined}
          />
          <DateField
            id="sent-on"
            label={proposals.sentDay}
            value={on}
            onInput={setOn}
            words={words.form}
            error={missing && dayText(on) === undefined ? words.form.missing : undefined}
          />
          <FileDrop id="sent-scan" label={scan === null ? proposals.scan : scan.name} onFiles={([file]) => setScan(file ?? null)} />
          <div>
            <Button submit look="main">
              {proposals.sentSave}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
