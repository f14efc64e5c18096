// One file of a request or a case: fetched whole, verified to its last byte by the vault, and only then shown, by what its bytes are.
import type { SealedFile } from "@safe-conduct/domain/request"
import type { Refusal } from "@safe-conduct/domain/refusal"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useCaseWords } from "../case/use-case-words.ts"
import { ImageView } from "./image-view.tsx"
import { kindOf } from "./kind-of.ts"
import { PdfView } from "./pdf-view.tsx"
import { saveBytes } from "./save.ts"
import "./files.css"

export interface FileViewProps {
  readonly file: SealedFile
  /** Shown at once, without a press. */
  readonly opened?: boolean
}

export function FileView({ file, opened = false }: FileViewProps) {
  const desk = useDesk()
  const words = useCaseWords()
  const [open, setOpen] = useState(opened)
  const [bytes, setBytes] = useState<Uint8Array | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  useEffect(() => {
    if (!open || bytes !== null) return
    let here = true
    setRefusal(null)
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
  return (
    <div class="file-view">
      <p class="file-line">
        <span class="name">{file.caption ? `${file.caption} (${file.name})` : file.name}</span>{" "}
        <span class="quiet small">{files.size(file.bytes)}</span>
        <button
          type="button"
          class="button small"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open)
            if (open) setBytes(null)
          }}
        >
          {open ? files.close : files.open}
        </button>
      </p>
      {open && refusal !== null && <RefusalNotice title={files.failed} sentence={desk.refusalText(refusal)} code={refusal.error} />}
      {open && refusal === null && bytes === null && <p role="status">{files.opening}</p>}
      {open && bytes !== null && <Shown bytes={bytes} file={file} words={words} />}
    </div>
  )
}

function Shown({
  bytes,
  file,
  words,
}: {
  readonly bytes: Uint8Array
  readonly file: SealedFile
  readonly words: NonNullable<ReturnType<typeof useCaseWords>>
}) {
  const [failed, setFailed] = useState(false)
  const { kind, type } = kindOf(bytes)
  const fail = () => setFailed(true)
  if (failed || kind === "other") return <Strange bytes={bytes} name={file.name} words={words} failed={failed} />
  switch (kind) {
    case "image":
      return <ImageView bytes={bytes} type={type} name={file.caption || file.name} onFail={fail} />
    case "pdf":
      return <PdfView bytes={bytes} words={words} onFail={fail} />
    case "audio":
    case "video":
      return <MediaView bytes={bytes} kind={kind} type={type} name={file.name} onFail={fail} />
    case "text":
      return (
        <pre class="view-text" tabIndex={0}>
          {new TextDecoder().decode(bytes)}
        </pre>
      )
  }
}

/** Played from the verified whole; nothing streams, so nothing unverified is ever heard or seen. */
function MediaView({
  bytes,
  kind,
  type,
  name,
  onFail,
}: {
  readonly bytes: Uint8Array
  readonly kind: "audio" | "video"
  readonly type: string
  readonly name: string
  readonly onFail: () => void
}) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes as BlobPart], { type }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  if (address === null) return null
  return kind === "audio" ? (
    <audio controls src={address} aria-label={name} onError={onFail} />
  ) : (
    <video controls src={address} aria-label={name} onError={onFail} />
  )
}

function Strange({
  bytes,
  name,
  words,
  failed,
}: {
  readonly bytes: Uint8Array
  readonly name: string
  readonly words: NonNullable<ReturnType<typeof useCaseWords>>
  readonly failed: boolean
}) {
  const { files } = words
  return (
    <Notice {...(failed ? { title: files.failed } : {})}>
      <p>{files.strange}</p>
      <button type="button" class="button small" onClick={() => saveBytes(bytes, name, "application/octet-stream")}>
        {files.download}
      </button>
    </Notice>
  )
}
