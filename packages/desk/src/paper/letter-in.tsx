// One locked letter: chosen, opened by the vault, read by a person, and only then put into the tray under words of its own.
import type { FiledPaper, OpenedPaper, PaperRequest, Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Select } from "@safe-conduct/ui/choice.tsx"
import { FileDrop } from "@safe-conduct/ui/file-drop.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextArea, TextField } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"

interface Letter extends OpenedPaper {
  readonly bytes: Uint8Array
}

export function LetterIn() {
  const { words, vault, refusalText } = useDesk()
  const { paper, app } = words.value
  const [letter, setLetter] = useState<Letter | null>(null)
  const [filed, setFiled] = useState<FiledPaper | null>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)

  async function open(file: File | undefined): Promise<void> {
    if (file === undefined) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    const opened = await vault.openPaper(bytes)
    setFiled(null)
    setRefused(opened.ok ? null : opened.refusal)
    setLetter(opened.ok ? { ...opened.value, bytes } : null)
  }

  async function put(as: PaperRequest): Promise<void> {
    if (letter === null) return
    const done = await vault.filePaper(letter.bytes, as)
    setRefused(done.ok ? null : done.refusal)
    if (!done.ok) return
    setFiled(done.value)
    setLetter(null)
    await vault.refresh()
  }

  return (
    <section class="stack not-printed">
      <h2>{paper.open}</h2>
      <FileDrop id="locked-letter" label={paper.file} hint={paper.fileHint} onFiles={(files) => void open(files[0])} />
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      {letter !== null &&
        (letter.filed === null ? (
          <Put key={letter.text} letter={letter} put={put} />
        ) : (
          <p class="notice">
            {paper.filedBefore} <a href={paths.request(letter.filed)}>{paper.toRequest}</a>
          </p>
        ))}
      {filed !== null && (
        <div class="notice stack-s" role="status">
          <p>
            <strong>{paper.filed}</strong> <a href={paths.request(filed.ask)}>{paper.toRequest}</a>
          </p>
          <p>{paper.words}</p>
          <p class="data">{filed.words.join(" ")}</p>
          <p class="small">{paper.wordsText}</p>
        </div>
      )}
    </section>
  )
}

function Put({ letter, put }: { readonly letter: Letter; readonly put: (as: PaperRequest) => Promise<void> }) {
  const { words, language: shown } = useDesk()
  const { paper } = words.value
  const [language, setLanguage] = useState<PaperRequest["language"]>(shown.value)
  const [asking, setAsking] = useState<PaperRequest["asking"]>("relative")
  const [surname, setSurname] = useState("")
  const [given, setGiven] = useState("")
  const [asker, setAsker] = useState("")
  const [text, setText] = useState(letter.text)
  const [busy, setBusy] = useState(false)
  const name = { ...(surname.trim() ? { surname: surname.trim() } : {}), ...(given.trim() ? { given: given.trim() } : {}) }
  const script = /\p{Script=Cyrillic}/u.test(surname + given) ? ("cyrillic" as const) : ("latin" as const)
  const go = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    await put({ language, asking, person: [{ script, ...name }], asker, text })
    setBusy(false)
  }
  const options = <T extends string>(names: Readonly<Record<T, string>>) =>
    (Object.entries(names) as [T, string][]).map(([value, label]) => ({ value, label }))
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void go()
      }}
    >
      <p>{paper.opened(letter.number)}</p>
      <TextArea id="letter-text" label={paper.text} hint={paper.textHint} rows={8} max={20_000} value={text} onInput={setText} />
      <div class="pair">
        <TextField id="letter-surname" label={paper.surname} value={surname} onInput={setSurname} name max={200} />
        <TextField id="letter-given" label={paper.given} value={given} onInput={setGiven} name max={200} />
      </div>
      <TextField id="letter-asker" label={paper.asker} value={asker} onInput={setAsker} name max={200} />
      <div class="pair">
        <Select id="letter-language" label={paper.language} value={language} onInput={setLanguage} options={options(paper.languages)} />
        <Select id="letter-asking" label={paper.asking} value={asking} onInput={setAsking} options={options(paper.askings)} />
      </div>
      <div>
        <Button submit look="main">
          {paper.fileIt}
        </Button>
      </div>
    </form>
  )
}
