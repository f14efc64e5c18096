// The mailboxes of the case as one thread, and the box to answer from. An answer that no member vouches for stands in red.
import type { MailLine } from "@safe-conduct/client/member"
import { isSpoken, replacedBy } from "@safe-conduct/domain/case"
import { mailboxStatuses, type MailboxStatus, type Phrase } from "@safe-conduct/domain/request"
import type { Refusal } from "@safe-conduct/domain/refusal"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Select } from "@safe-conduct/ui/choice.tsx"
import { DateField } from "@safe-conduct/ui/date-field.tsx"
import { TextArea } from "@safe-conduct/ui/text-field.tsx"
import { dayText, noDay } from "@safe-conduct/ui/typed-day.ts"
import { useState } from "preact/hooks"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { useHeld } from "../app/held.ts"
import { millisOf } from "../app/when.ts"
import { FileView } from "../files/file-view.tsx"
import { useCase } from "./case-context.ts"
import { CodeWishes } from "./code/code-wishes.tsx"
import { PhraseField } from "./code/phrase-field.tsx"
import { momentIn } from "./day-words.ts"
import { Section } from "./section.tsx"

export function MailboxPart() {
  const { view, words } = useCase()
  const mail = view.mail.toSorted((a, b) => (a.hour === b.hour ? a.seq - b.seq : a.hour < b.hour ? -1 : 1))
  return (
    <Section name="mailbox">
      <CodeWishes />
      {view.state.requests.length === 0 ? (
        <p class="quiet">{words.mailbox.none}</p>
      ) : (
        <>
          <ol class="thread" tabIndex={0} aria-label={words.sections.mailbox}>
            {mail.map((line) => (
              <Line key={`${line.ask}${line.from}${line.seq}`} line={line} />
            ))}
          </ol>
          <Reply />
        </>
      )}
    </Section>
  )
}

function Line({ line }: { readonly line: MailLine }) {
  const desk = useDesk()
  const { view, words, code, nameOf } = useCase()
  const { mailbox, labels, language } = words
  const asker = view.state.requests.find((row) => row.ask === line.ask)?.asker.name
  const at = millisOf(line.hour)
  const wish = code.wishes[line.kind as keyof typeof code.wishes]
  return (
    <li class={`message from-${line.from}${line.unvouched ? " unvouched" : ""}`}>
      <p class="quiet small">
        {line.from === "asker"
          ? `${mailbox.asker}${asker === undefined ? "" : ` (${asker})`}`
          : line.by === null
            ? mailbox.desk("?")
            : mailbox.desk(nameOf(line.by))}
        {" · "}
        {at === null ? line.hour : momentIn(language, at, desk.zone)}
        {!line.sent && ` · ${mailbox.notSent}`}
      </p>
      {line.unvouched && (
        <p class="warn" role="alert">
          <span aria-hidden="true">! </span>
          {mailbox.unvouched}
        </p>
      )}
      {wish && (
        <p>
          <strong>{wish}</strong>
          {line.wish?.scope && `${colon(language)}${line.wish.scope === "ALL" ? "*" : labels.pick.scope[line.wish.scope]}`}
        </p>
      )}
      {line.unreadable !== null ? (
        <p>{mailbox.unreadable + colon(language) + line.unreadable}</p>
      ) : (
        line.text !== "" && <p class="text">{line.text}</p>
      )}
      {line.phrase !== undefined && <p class="text">{code.phrases[line.phrase]}</p>}
      {line.addition !== undefined && (
        <details>
          <summary>{mailbox.addition}</summary>
          <pre class="small">{JSON.stringify(line.addition, null, 2)}</pre>
        </details>
      )}
      {line.status && <p class="small">{labels.pick.status[line.status]}</p>}
      {line.files.map((file) => (
        <FileView key={file.id} file={file} />
      ))}
    </li>
  )
}

function Reply() {
  const desk = useDesk()
  const { view, words, code, told, personName } = useCase()
  const { mailbox, labels } = words
  // Where another mailbox was put in the place of one, nothing is written any more.
  const asks = view.state.requests.filter((row) => replacedBy(view.state, row.ask) === null)
  const [chosen, setAsk] = useState(asks.at(-1)?.ask ?? "")
  // The one that was chosen may be replaced while the page stands open: what was begun for it goes where its owner now reads.
  let ask = chosen
  for (let next = replacedBy(view.state, ask); next !== null; next = replacedBy(view.state, ask)) ask = next
  const [text, setText] = useHeld(`reply ${view.stream}`, "")
  const [phrase, setPhrase] = useState<Phrase | "">("")
  const [status, setStatus] = useState<MailboxStatus | "">("")
  const [look, setLook] = useState(noDay)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)

  const spoken = isSpoken(view.state, ask)
  const error = refusal === null ? undefined : desk.refusalText(refusal)

  const send = async () => {
    if (busy || ((spoken ? phrase : text.trim()) === "" && status === "")) return
    setBusy(true)
    const nextLook = dayText(look)
    const more = status === "" ? {} : { status }
    const done = spoken
      ? await desk.vault.reply(ask, "", { ...more, ...(phrase === "" ? {} : { phrase }) })
      : await desk.vault.reply(ask, text.trim(), { ...more, ...(nextLook === undefined ? {} : { nextLook }) })
    setBusy(false)
    if (!done.ok) return setRefusal(done.refusal)
    setRefusal(null)
    if (!spoken) setText("")
    setPhrase("")
    setStatus("")
    setLook(noDay)
    await told(done, mailbox.sent)
  }

  return (
    <form
      class="stack-s case-reply"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {asks.length > 1 && (
        <Select
          id="reply-ask"
          label={words.sections.askers}
          value={ask}
          onInput={setAsk}
          options={asks.map((row) => ({
            value: row.ask,
            label: row.asker.name ?? row.people.map((one) => personName(one.person)).join(", "),
          }))}
        />
      )}
      {spoken ? (
        <PhraseField id="reply-phrase" words={code} value={phrase} onInput={setPhrase} error={error} />
      ) : (
        <TextArea id="reply-text" rows={3} label={mailbox.reply} hint={mailbox.hint} value={text} onInput={setText} error={error} />
      )}
      <div class="pair">
        <Select
          id="reply-status"
          label={mailbox.status}
          value={status}
          onInput={setStatus}
          empty={mailbox.keepStatus}
          options={mailboxStatuses.map((value) => ({ value, label: labels.pick.status[value] }))}
        />
        {!spoken && <DateField id="reply-look" label={mailbox.nextLook} value={look} onInput={setLook} words={words.form} />}
      </div>
      <div>
        <Button submit look="main">
          {mailbox.send}
        </Button>
      </div>
    </form>
  )
}
