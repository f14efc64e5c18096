// A PDF drawn page by page on a canvas. Scripts, forms, XFA, links, attachments and the file's own fonts as fonts are all off: what is
// drawn is drawn by outlines. Tables that the parser lacks are handed in; it can fetch nothing.
import type { PDFDocumentProxy, RenderTask } from "pdfjs-dist"
import { run, startWorker } from "./code.ts"
import { unpack } from "./pack.ts"
import type { PdfDoor } from "./pdf-door.ts"
import { CannotShow, type Need, place, room, type Sheet, within } from "./sheet.ts"
import { pageLimit, type Piece } from "./vocabulary.ts"

/** Pixels of one page on its canvas, and of one picture inside it. */
const areaOfPage = 14_000_000
const areaOfImage = 60_000_000

const packOf: Readonly<Record<string, Piece>> = { cMapUrl: "pdf-maps", standardFontDataUrl: "pdf-fonts", wasmUrl: "pdf-wasm" }

export async function openDocument(bytes: ArrayBuffer, name: string, need: Need): Promise<Sheet> {
  const [code, workerCode] = await Promise.all([need("pdf"), need("pdf-worker")])
  run(code)
  const { getDocument, PDFWorker, PasswordException } = (globalThis as unknown as { pdfDoor: PdfDoor }).pdfDoor
  const worker = startWorker(workerCode)
  const end = (): void => worker.terminate()

  /** The parser's way to its tables: names within packs that are handed in whole. */
  class Tables {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
      const piece = packOf[kind]
      const found = piece === undefined ? undefined : unpack(await need(piece), filename)
      if (found === undefined) throw new Error("no such table")
      return found
    }
  }

  const opened = getDocument({
    data: new Uint8Array(bytes),
    // The library's types know only a worker that it starts itself.
    worker: new PDFWorker({ port: worker as unknown as null }),
    BinaryDataFactory: Tables,
    cMapUrl: "maps/",
    standardFontDataUrl: "fonts/",
    wasmUrl: "wasm/",
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    useWorkerFetch: false,
    disableWorkerRendering: true,
    disableAutoFetch: true,
    disableRange: true,
    disableStream: true,
    maxImageSize: areaOfImage,
    canvasMaxAreaInBytes: areaOfImage * 4,
    verbosity: 0,
  })
  // No password is ever asked for inside the frame.
  opened.onPassword = () => {
    throw new CannotShow("locked")
  }
  let pdf: PDFDocumentProxy
  try {
    pdf = await within(opened.promise, end)
  } catch (fault) {
    end()
    throw fault instanceof PasswordException ? new CannotShow("locked") : fault
  }

  // A browser holds back the painting clock of frames that are small or out of sight; drawing must not wait for it.
  globalThis.requestAnimationFrame = (step) => setTimeout(() => step(performance.now()), 0) as unknown as number
  const canvas = document.createElement("canvas")
  canvas.setAttribute("role", "img")
  let drawing: RenderTask | null = null
  return {
    pages: Math.min(Math.max(pdf.numPages, 1), pageLimit),
    cut: pdf.numPages > pageLimit,
    async draw({ page, zoom, turned }) {
      drawing?.cancel()
      const sheet = await within(pdf.getPage(page), end)
      const natural = sheet.getViewport({ scale: 1, rotation: (sheet.rotate + turned * 90) % 360 })
      const shown = (Math.min(room(), 1_000) * zoom) / 100
      const sharp = (shown * devicePixelRatio) / natural.width
      const scale = Math.min(sharp, Math.sqrt(areaOfPage / (natural.width * natural.height)))
      const viewport = natural.clone({ scale })
      // A canvas of its own for each drawing: one that was cancelled cannot paint over the next.
      const fresh = document.createElement("canvas")
      fresh.width = Math.max(1, Math.ceil(viewport.width))
      fresh.height = Math.max(1, Math.ceil(viewport.height))
      // 0: annotations, and with them forms and links, are not drawn.
      const task = sheet.render({ canvas: fresh, viewport, annotationMode: 0 })
      drawing = task
      await within(task.promise, () => {
        task.cancel()
        end()
      })
      const height = (shown * natural.height) / natural.width
      canvas.width = fresh.width
      canvas.height = fresh.height
      canvas.getContext("2d")?.drawImage(fresh, 0, 0)
      canvas.style.width = `${shown}px`
      canvas.style.height = `${height}px`
      place(canvas, name === "" ? "" : `${name}, ${page}`)
      sheet.cleanup()
      return height
    },
  }
}
