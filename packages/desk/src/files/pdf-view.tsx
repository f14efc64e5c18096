// A PDF drawn page by page on a canvas. Scripts, forms, XFA, links and the file's own fonts as fonts are all off; the parser runs in
// its own worker and may fetch nothing.
import type { PDFDocumentProxy } from "pdfjs-dist"
import { ownWorker } from "@safe-conduct/ui/own-worker.ts"
import { useEffect, useRef, useState } from "preact/hooks"
import type { CaseWords } from "@safe-conduct/words/case/index.ts"

export interface PdfViewProps {
  readonly bytes: Uint8Array
  readonly words: CaseWords
  readonly onFail: () => void
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const [pdfjs, worker] = await Promise.all([import("pdfjs-dist"), import("pdfjs-dist/build/pdf.worker.min.mjs?url")])
  pdfjs.GlobalWorkerOptions.workerPort ??= ownWorker(worker.default)
  return pdfjs.getDocument({
    data: bytes.slice(),
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    disableRange: true,
    disableStream: true,
    maxImageSize: 40_000_000,
  }).promise
}

export function PdfView({ bytes, words, onFail }: PdfViewProps) {
  const { files } = words
  const canvas = useRef<HTMLCanvasElement>(null)
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [page, setPage] = useState(1)

  useEffect(() => {
    let opened: PDFDocumentProxy | null = null
    let here = true
    void open(bytes).then(
      (got) => {
        opened = got
        if (here) setPdf(got)
        else void got.loadingTask.destroy()
      },
      () => here && onFail(),
    )
    return () => {
      here = false
      void opened?.loadingTask.destroy()
    }
  }, [bytes])

  useEffect(() => {
    if (pdf === null) return
    let here = true
    const draw = async () => {
      const sheet = await pdf.getPage(page)
      const element = canvas.current
      if (!here || !element) return
      const natural = sheet.getViewport({ scale: 1 })
      const viewport = sheet.getViewport({ scale: Math.min(2, 1800 / natural.width) })
      element.width = Math.ceil(viewport.width)
      element.height = Math.ceil(viewport.height)
      // 0: annotations, and with them forms and links, are not drawn.
      await sheet.render({ canvas: element, viewport, annotationMode: 0 }).promise
    }
    void draw().catch(() => here && onFail())
    return () => {
      here = false
    }
  }, [pdf, page])

  if (pdf === null) return <p role="status">{files.opening}</p>
  return (
    <div class="view-pdf">
      <p class="acts">
        <button
          type="button"
          class="button small"
          aria-disabled={page <= 1 ? true : undefined}
          onClick={() => page > 1 && setPage(page - 1)}
        >
          {files.before}
        </button>
        <span aria-live="polite">{files.pageOf(page, pdf.numPages)}</span>
        <button
          type="button"
          class="button small"
          aria-disabled={page >= pdf.numPages ? true : undefined}
          onClick={() => page < pdf.numPages && setPage(page + 1)}
        >
          {files.after}
        </button>
      </p>
      <canvas ref={canvas} role="img" aria-label={files.pageOf(page, pdf.numPages)} />
    </div>
  )
}
