// Finding the check seal in a file, offline and without a PDF library. What the seal says is judged by whoever verifies it.
//
// PDF: pdf.ts leaves the attachment "safe-conduct.json" uncompressed and writes the file once. So the reader needs three steps:
// the file specification of that name, the object it points at, the bytes of its stream. A file that was saved again by another
// program (more than one %%EOF, no plain stream) is not the file we issued, and has no seal for us.
// DOCX: a custom property; it survives a save in Word, so that reader also inflates.
import { readZip } from "./zip.ts"

const name = "safe-conduct.json"
/** The name of the custom property in a DOCX. */
export const sealProperty = "safe-conduct"

/** The seal's JSON exactly as it was placed, or null. Never throws on a strange file. */
export function readSeal(pdf: Uint8Array): string | null {
  const place = sealPlace(pdf)
  return place && utf8(pdf.subarray(place.body, place.end))
}

/**
 * The file with its seal blanked: what a seal can bind. Two renderings of one Document whose seals are equally long give equal
 * bytes here, so an issuer renders once with a stand-in of the same length, hashes this, writes the hash into the seal, signs,
 * and renders again; who checks hashes this too, and then no visible word can have been changed. Null where there is no seal.
 */
export function withoutSeal(pdf: Uint8Array): Uint8Array | null {
  const place = sealPlace(pdf)
  if (!place) return null
  const blank = pdf.slice()
  blank.fill(0x20, place.body, place.end)
  blank.fill(0x20, place.checksum, place.checksum + 32)
  return blank
}

function sealPlace(pdf: Uint8Array): { body: number; end: number; checksum: number } | null {
  const file = latin1(pdf)
  if (!file.startsWith("%PDF-") || count(file, "%%EOF") !== 1) return null
  const spec = new RegExp(`/Type /Filespec[^>]*?/F \\(${name.replace(".", "\\.")}\\)\\s*/EF <<\\s*/F (\\d+) 0 R`).exec(file)
  if (!spec) return null
  const opening = `\n${spec[1]} 0 obj\n`
  const at = file.indexOf(opening)
  if (at < 0 || file.indexOf(opening, at + 1) >= 0) return null
  const start = file.indexOf("stream\n", at)
  const head = start < 0 ? "" : file.slice(at, start)
  const length = /\/Length (\d+)/.exec(head)
  const checksum = /\/CheckSum \([0-9a-f]{32}\)/.exec(head)
  if (!length || !checksum || head.includes("/Filter") || head.includes("endobj")) return null
  const body = start + "stream\n".length
  const end = body + Number(length[1])
  if (!file.startsWith("\nendstream", end)) return null
  return { body, end, checksum: at + checksum.index + "/CheckSum (".length }
}

/** The same for a DOCX, as we wrote it or as Word saved it again. */
export async function readDocxSeal(docx: Uint8Array): Promise<string | null> {
  const entries = await readZip(docx).catch(() => null)
  const properties = entries?.get("docProps/custom.xml")
  const xml = properties ? utf8(properties) : null
  const found = xml && new RegExp(`<property\\b[^>]*\\bname="${sealProperty}"[^>]*>\\s*<vt:lpwstr>([^<]*)</vt:lpwstr>`).exec(xml)
  return found ? unescapeXml(found[1] ?? "") : null
}

function unescapeXml(text: string): string {
  const named: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => named[entity] ?? "")
}

// One letter a byte, so that places in the string are places in the file.
function latin1(bytes: Uint8Array): string {
  let text = ""
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return text
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const count = (text: string, part: string) => text.split(part).length - 1
