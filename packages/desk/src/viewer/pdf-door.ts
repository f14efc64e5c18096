// The parser's main half, handed into the frame only when a PDF is opened; its worker half is a piece of its own.
import { getDocument, PasswordException, PDFWorker } from "pdfjs-dist"

export interface PdfDoor {
  readonly getDocument: typeof getDocument
  readonly PDFWorker: typeof PDFWorker
  readonly PasswordException: typeof PasswordException
}

Object.defineProperty(globalThis, "pdfDoor", { value: { getDocument, PDFWorker, PasswordException } satisfies PdfDoor })
