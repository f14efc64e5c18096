// The parser's worker half as one plain script: a module cannot be started from memory in a frame without an origin.
import "pdfjs-dist/build/pdf.worker.min.mjs"
