// The files of a case: from askers and from members, each to be viewed here or made evidence; a new one is sealed on this device.
import { sourceOfBlob } from "@safe-conduct/client/member"
import { FileDrop } from "@safe-conduct/ui/file-drop.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { ActButton } from "../case/act-button.tsx"
import { useCase } from "../case/case-context.ts"
import { Section } from "../case/section.tsx"
import { FileView } from "./file-view.tsx"

export function FilesPart() {
  const desk = useDesk()
  const { view, words, told } = useCase()
  const { files } = words
  const [caption, setCaption] = useState("")
  const [busy, setBusy] = useState(false)

  const add = async (given: readonly File[]) => {
    setBusy(true)
    for (const file of given) {
      const done = await desk.vault.attach(view.stream, sourceOfBlob(file, file.name), {
        name: file.name,
        ...(caption.trim() === "" ? {} : { caption: caption.trim() }),
      })
      if (!(await told(done))) break
    }
    setBusy(false)
    setCaption("")
  }

  return (
    <Section name="files">
      {view.files.length === 0 && <p class="quiet">{files.none}</p>}
      <ul class="plain-list">
        {view.files.map(({ file, name, caption: says, from }) => {
          const bound = view.state.evidence.some((row) => row.file === file.id)
          return (
            <li key={file.id} class="file-row">
              <FileView file={{ ...file, name, ...(says === "" ? {} : { caption: says }) }} />
              <span class="quiet small">{from === "member" ? files.fromMember : files.fromAsker}</span>
              {!bound && (
                <ActButton does="bind-evidence" look="plain" start={{ "/file": file.id }}>
                  {files.bind}
                </ActButton>
              )}
            </li>
          )
        })}
      </ul>
      <details>
        <summary>{files.add}</summary>
        <div class="stack-s">
          <TextField id="file-caption" label={files.caption} optional={words.form.optional} value={caption} onInput={setCaption} />
          <FileDrop id="file-add" label={busy ? files.opening : files.add} hint={files.addHint} onFiles={(given) => void add(given)} />
        </div>
      </details>
    </Section>
  )
}
