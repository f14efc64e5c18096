// Writing back, with files. What was sent cannot be read here again, so the hour it was taken is said at once.
import { Button } from "@safe-conduct/ui/button.tsx"
import { Checkbox } from "@safe-conduct/ui/choice.tsx"
import { FileDrop, FileRow } from "@safe-conduct/ui/file-drop.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextArea } from "@safe-conduct/ui/text-field.tsx"
import { sentence } from "@safe-conduct/words/portal/index.ts"
import { useState } from "preact/hooks"
import type { FileAnswers } from "../ask/answers.ts"
import { hourText } from "../ask/hour.ts"
import { sizeText, takeFiles } from "../ask/papers.tsx"
import { Stages } from "../ask/send.tsx"
import { broken, type Refusal } from "../port/port.ts"
import type { BoxProps } from "./open.tsx"

export function Say({ box, words }: BoxProps) {
  const w = words.mailbox.say
  const [text, setText] = useState("")
  const [wake, setWake] = useState(false)
  const [files, setFiles] = useState<readonly FileAnswers[]>([])
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const [sent, setSent] = useState<string | null>(null)
  const progress = box.progress.value
  async function send(): Promise<void> {
    setSent(null)
    if (text.trim() === "" && files.length === 0) {
      setRefused([{ error: "text-empty" }])
      document.getElementById("say")?.focus()
      return
    }
    setRefused([])
    box.progress.value = {
      stage: files.length > 0 ? "files" : "sealing",
      bytesSent: 0,
      bytesTotal: files.reduce((sum, file) => sum + file.size, 0),
    }
    const said = await box.port
      .say({ text: text.trim(), files: files.flatMap((one) => (one.file ? [one.file] : [])), wake }, (now) => (box.progress.value = now))
      .catch(broken)
    box.progress.value = null
    if (!said.ok) return setRefused([said.refusal])
    setText("")
    setFiles([])
    setWake(false)
    setSent(hourText(said.value.hour, words))
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!progress) void send()
      }}
    >
      <h2>{w.title}</h2>
      {refused.map((one) => (
        <RefusalNotice title={words.wrongTitle} sentence={sentence(words, one)} code={one.error} />
      ))}
      <TextArea id="say" label={w.label} hint={w.hint} max={20_000} value={text} onInput={setText} />
      <FileDrop
        id="say-files"
        label={words.papers.drop}
        hint={words.papers.dropHint}
        onFiles={(picked) => {
          const taken = takeFiles(files, picked)
          setFiles(taken.files)
          setRefused(taken.refused)
        }}
      />
      {files.length > 0 && (
        <ul class="files">
          {files.map((file, at) => (
            <FileRow name={file.name} size={sizeText(file.size, words)}>
              <Button
                look="plain"
                name={`${words.remove}: ${file.name}`}
                onPress={() => setFiles(files.filter((_, place) => place !== at))}
              >
                {words.remove}
              </Button>
            </FileRow>
          ))}
        </ul>
      )}
      <Checkbox id="say-wake" label={w.wake} more={words.danger.wakeMore} checked={wake} onInput={setWake} />
      {progress ? (
        <Stages words={words} progress={progress} withFiles={files.length > 0} />
      ) : (
        <div class="row">
          <Button submit look="main">
            {w.send}
          </Button>
        </div>
      )}
      <p role="status">{sent && w.sent(sent)}</p>
    </form>
  )
}
