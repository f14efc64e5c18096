// One file of a request or a case: fetched whole, verified to its last byte by the vault, and only then shown, by what its bytes are,
// in a frame that can reach nothing.
import type { SealedFile } from "@safe-conduct/domain/request"
import type { Refusal } from "@safe-conduct/domain/refusal"
import type { CaseWords } from "@safe-conduct/words/case/index.ts"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useRef, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useCaseWords } from "../case/use-case-words.ts"
import { visible } from "../viewer/encoding-of.ts"
import { firstBytes, kindOf } from "../viewer/kind-of.ts"
import type { ShownKind, Why } from "../viewer/vocabulary.ts"
import { Viewer } from "../viewer/viewer.tsx"
import { saveBytes } from "./save.ts"
import "./files.css"

export interface FileViewProps {
  readonly file: SealedFile
}

export function FileView({ file }: FileViewProps) {
  const desk = useDesk()
  const words = useCaseWords()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [bytes, setBytes] = useState<Uint8Array | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  useEffect(() => {
    if (!open) return
    let here = true
    setRefusal(null)
    setBytes(null)
    void desk.vault.readFile(file).then((got) => {
      if (!here) return
      if (got.ok) setBytes(got.value)
      else setRefusal(got.refusal)
    })
    return () => {
      here = false
    }
  }, [open, file.id])

  if (words === null) return null
  const { files } = words
  const name = visible(file.name)
  const close = (): void => {
    setOpen(false)
    setBytes(null)
    button.current?.focus()
  }
  return (
    <div class="file-view">
      <p class="file-line">
        <bdi class="name">{file.caption ? `${visible(file.caption)} (${name})` : name}</bdi>{" "}
        <span class="quiet small">{files.size(file.bytes)}</span>
        <button ref={button} type="button" class="button small" aria-expanded={open} onClick={() => (open ? close() : setOpen(true))}>
          {open ? files.close : files.open}
        </button>
      </p>
      {open && refusal !== null && <RefusalNotice title={files.failed} sentence={desk.refusalText(refusal)} code={refusal.error} />}
      {open && refusal === null && bytes === null && <p role="status">{files.opening}</p>}
      {open && bytes !== null && <Opened key={file.id} bytes={bytes} file={file} words={words} onClose={close} />}
    </div>
  )
}

interface OpenedProps {
  readonly bytes: Uint8Array
  readonly file: SealedFile
  readonly words: CaseWords
  readonly onClose: () => void
}

function Opened({ bytes, file, words, onClose }: OpenedProps) {
  // Judged once: afterwards the bytes belong to the frame.
  const [{ kind, begins }] = useState(() => ({ kind: kindOf(bytes), begins: firstBytes(bytes) }))
  const [failed, setFailed] = useState<Why | "stopped" | null>(null)
  const { files } = words
  const original = <Original file={file} words={words} />
  if (failed !== null)
    return (
      <Notice title={files.failed}>
        <p>{files.whys[failed]}</p>
        {original}
      </Notice>
    )
  if (kind.kind === "other")
    return (
      <Notice>
        <p>{files.strange}</p>
        <p class="small first-bytes">
          {files.firstBytes} <code>{begins}</code>
        </p>
        {original}
      </Notice>
    )
  return (
    <>
      <Viewer
        bytes={bytes}
        kind={kind as typeof kind & { readonly kind: ShownKind }}
        name={visible(file.caption || file.name)}
        words={words}
        onClose={onClose}
        onFail={setFailed}
        onCopy={(copy, type) => saveBytes(copy, copyName(file.name, type), type)}
      />
      {original}
    </>
  )
}

/** The copy's name says that it is one, and what it is now. */
const copyName = (name: string, type: string): string =>
  `${name.replace(/\.[^.]{1,5}$/, "")} (copy).${type === "image/png" ? "png" : "jpg"}`

/** The bytes as they came, behind a sentence about what they may carry. They are fetched and verified anew. */
function Original({ file, words }: { readonly file: SealedFile; readonly words: CaseWords }) {
  const desk = useDesk()
  const { files } = words
  const save = async (): Promise<void> => {
    const got = await desk.vault.readFile(file)
    if (got.ok) saveBytes(got.value, file.name, "application/octet-stream")
    else desk.toast(desk.refusalText(got.refusal))
  }
  return (
    <details class="original">
      <summary>{files.original}</summary>
      <p class="small">{files.originalWarning}</p>
      <button type="button" class="button small" onClick={() => void save()}>
        {files.originalGo}
      </button>
    </details>
  )
}
