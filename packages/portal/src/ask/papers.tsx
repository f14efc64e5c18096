// Files of any kind. They are locked and sent only when the letter is; a file lost to a reload is asked for again, by name.
import { Button } from "@safe-conduct/ui/button.tsx"
import { Select } from "@safe-conduct/ui/choice.tsx"
import { FileDrop, FileRow } from "@safe-conduct/ui/file-drop.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { Notice } from "@safe-conduct/ui/notice.tsx"
import { type PortalWords, sentence } from "@safe-conduct/words/portal/index.ts"
import { useState } from "preact/hooks"
import type { FileAnswers } from "./answers.ts"
import { errorOf, Page, type StepProps } from "./page.tsx"

/** 4 GiB: 4,096 parts of one MiB. */
export const MAX_FILE = 4096 * 1024 * 1024
const MAX_FILES = 200

export function sizeText(bytes: number, words: PortalWords): string {
  const [amount, unit] =
    bytes >= 1024 ** 3
      ? [bytes / 1024 ** 3, words.size.gb]
      : bytes >= 1024 ** 2
        ? [bytes / 1024 ** 2, words.size.mb]
        : [Math.max(1, Math.ceil(bytes / 1024)), words.size.kb]
  return `${amount.toLocaleString(words.language, { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${unit}`
}

export interface Taken {
  readonly files: readonly FileAnswers[]
  readonly refused: readonly { readonly error: string; readonly params: Record<string, string | number> }[]
}

/** New files beside those that stand. One that matches a missing file by name and size takes its place. */
export function takeFiles(standing: readonly FileAnswers[], picked: readonly File[]): Taken {
  const files = [...standing]
  const refused: { error: string; params: Record<string, string | number> }[] = []
  for (const file of picked) {
    const again = files.findIndex((one) => one.file === null && one.name === file.name && one.size === file.size)
    const known = files[again]
    if (known) files[again] = { ...known, file }
    else if (file.size === 0) refused.push({ error: "file-empty", params: { name: file.name } })
    else if (file.size > MAX_FILE) refused.push({ error: "file-too-large", params: { name: file.name, limit: MAX_FILE } })
    else if (files.length >= MAX_FILES) refused.push({ error: "too-many", params: { limit: MAX_FILES } })
    else files.push({ name: file.name, type: file.type, size: file.size, caption: "", activity: null, file })
  }
  return { files, refused }
}

export function Papers(props: StepProps) {
  const { letter, words } = props
  const w = words.papers
  const a = letter.answers.value
  const [refused, setRefused] = useState<Taken["refused"]>([])
  const take = (picked: readonly File[]) => {
    const taken = takeFiles(a.files, picked)
    letter.change({ files: taken.files })
    setRefused(taken.refused)
  }
  const put = (at: number, part: Partial<FileAnswers>) =>
    letter.change({ files: a.files.map((one, place) => (place === at ? { ...one, ...part } : one)) })
  return (
    <Page {...props} title={w.title}>
      <FileDrop id="files" label={w.drop} hint={w.dropHint} onFiles={take} />
      {refused.length > 0 && (
        <Notice look="danger" role="alert" title={words.wrongTitle}>
          {refused.map((one) => (
            <p>{sentence(words, one)}</p>
          ))}
        </Notice>
      )}
      <ul class="files">
        {a.files.map((file, at) => (
          <FileRow name={file.name} size={sizeText(file.size, words)}>
            {file.file === null && (
              <Notice title={w.again}>
                <p>{w.againHint}</p>
              </Notice>
            )}
            <TextField
              id={`files-${at}-caption`}
              label={w.caption}
              optional={words.optional}
              max={500}
              value={file.caption}
              onInput={(caption) => put(at, { caption })}
              error={errorOf(letter.errors.value, words, `files-${at}-caption`)}
            />
            {a.activities.length > 0 && (
              <Select
                id={`files-${at}-activity`}
                label={w.about}
                value={file.activity === null ? "" : String(file.activity)}
                empty={w.aboutNone}
                onInput={(place) => put(at, { activity: place === "" ? null : Number(place) })}
                options={a.activities.map((one, place) => ({
                  value: String(place),
                  label: one.what.trim().slice(0, 60) || words.activities.item(place + 1),
                }))}
              />
            )}
            <Button
              look="plain"
              name={`${words.remove}: ${file.name}`}
              onPress={() => letter.change({ files: a.files.filter((_, place) => place !== at) })}
            >
              {words.remove}
            </Button>
          </FileRow>
        ))}
      </ul>
    </Page>
  )
}
