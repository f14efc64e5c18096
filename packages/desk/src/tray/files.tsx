// Files of a request: named with their true size, opened only by the viewer that verifies them whole.
import type { OpenedRequest } from "@safe-conduct/client/member"
import { lazy } from "preact-iso"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"

type SealedFile = OpenedRequest["files"][number]
const FileView = lazy(() => import("../files/file-view.tsx").then((module) => module.FileView))

export function Files({ files }: { readonly files: readonly SealedFile[] }) {
  const { words, language } = useDesk()
  const { tray } = words.value
  const [open, setOpen] = useState<string | null>(null)
  if (files.length === 0) return null
  const size = (bytes: number): string =>
    `${(bytes / 1_000_000).toLocaleString(language.value, { maximumFractionDigits: bytes < 1_000_000 ? 2 : 1 })} MB`
  return (
    <section>
      <h3>{tray.files}</h3>
      <ul class="rows sealed-files">
        {files.map((file) => (
          <li>
            <button
              type="button"
              class="button plain"
              aria-expanded={open === file.id}
              onClick={() => setOpen(open === file.id ? null : file.id)}
            >
              {file.name || tray.openFile}
            </button>{" "}
            <span class="quiet">
              {size(file.bytes)} {file.caption}
            </span>
            {open === file.id && <FileView file={file} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
