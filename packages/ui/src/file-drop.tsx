// Files by dropping, by picking, or by pasting with the keyboard; the list shows each with its caption and its progress.
import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"

export interface FileDropProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly onFiles: (files: readonly File[]) => void
  readonly accept?: string
}

export function FileDrop({ id, label, hint, onFiles, accept }: FileDropProps) {
  const [over, setOver] = useState(false)
  const take = (list: FileList | null | undefined) => list && list.length > 0 && onFiles([...list])
  return (
    <div
      class={over ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer?.files)
      }}
      onPaste={(event) => take(event.clipboardData?.files)}
    >
      <label for={id}>
        <strong>{label}</strong>
      </label>
      {hint && (
        <span class="quiet small" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        type="file"
        id={id}
        multiple
        accept={accept}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = "" // the same file may be picked again
        }}
      />
    </div>
  )
}

export interface FileRowProps {
  readonly name: string
  readonly size: string
  readonly children?: ComponentChildren
}

export function FileRow({ name, size, children }: FileRowProps) {
  return (
    <li class="stack-s">
      <div>
        <span class="name">{name}</span> <span class="quiet small">{size}</span>
      </div>
      {children}
    </li>
  )
}
