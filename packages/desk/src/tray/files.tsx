// Files of a request: named with their true size, opened only by the viewer that verifies them whole.
import type { OpenedRequest } from "@safe-conduct/client/member"
import { lazy } from "preact-iso"
import { useDesk } from "../app/context.tsx"

type SealedFile = OpenedRequest["files"][number]
const FileView = lazy(() => import("../files/file-view.tsx").then((module) => module.FileView))

export function Files({ files }: { readonly files: readonly SealedFile[] }) {
  const { tray } = useDesk().words.value
  if (files.length === 0) return null
  return (
    <section>
      <h3>{tray.files}</h3>
      <ul class="rows sealed-files">
        {files.map((file) => (
          <li key={file.id}>
            <FileView file={file} />
          </li>
        ))}
      </ul>
    </section>
  )
}
