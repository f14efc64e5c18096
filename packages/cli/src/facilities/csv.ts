// Comma-separated text as operators find it (RFC 4180 and its relatives): any of three separators, quotes, line ends, a byte order
// mark, UTF-8, UTF-16 or the Windows code page. Every row keeps its line, so that a person can find it again.

export interface CsvRow {
  /** From 1; the header is a line too. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface CsvText {
  readonly rows: readonly CsvRow[]
  /** The line on which a quote opens that nothing closes; what came before it was read. */
  readonly unclosed: number | null
}

export function decodeText(bytes: Uint8Array): string {
  const mark = (...marks: number[]): boolean => marks.every((byte, n) => bytes[n] === byte)
  if (mark(0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes)
  if (mark(0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

/** The separator that stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const first = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "")
  const count = (mark: string): number => first.split(mark).length
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

export function readCsv(text: string): CsvText {
  const separator = separatorOf(text)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ""
  let quoted = false
  let opened = 0
  let line = 1
  let began = 1
  const endCell = (): void => {
    cells.push(cell.trim())
    cell = ""
  }
  const endRow = (): void => {
    endCell()
    if (cells.some((one) => one !== "")) rows.push({ line: began, cells })
    cells = []
    began = line + 1
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string
    if (letter === "\n") line++
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (letter === '"' && cell.trim() === "") {
      cell = ""
      quoted = true
      opened = line
    } else if (letter === separator) endCell()
    else if (letter === "\n") {
      line--
      endRow()
      line++
      began = line
    } else if (letter !== "\r") cell += letter
  }
  if (quoted) return { rows, unclosed: opened }
  if (cell !== "" || cells.length > 0) endRow()
  return { rows, unclosed: null }
}
