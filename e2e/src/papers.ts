// Papers that a viewer must cope with, made here byte by byte: documents, scans, recordings, texts, and things that are none of them.
import { deflateSync } from "node:zlib"

/** A PDF of one page from objects as they are written in it; object 1 is the catalog. */
export function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const pieces: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\n", "latin1")]
  const at: number[] = []
  let length = (pieces[0] as Buffer).length
  for (const [n, body] of objects.entries()) {
    at.push(length)
    const piece = Buffer.concat([Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(body as string, "latin1"), Buffer.from("\nendobj\n")])
    pieces.push(piece)
    length += piece.length
  }
  const rows = at.map((from) => `${String(from).padStart(10, "0")} 00000 n \n`).join("")
  return Buffer.concat([
    ...pieces,
    Buffer.from(
      `xref\n0 ${at.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${at.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  ])
}

const stream = (dictionary: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, "latin1"),
    bytes,
    Buffer.from("\nendstream", "latin1"),
  ])

/** Pages of one line each, in a font that the file does not carry. */
export function pages(
  lines: readonly string[],
  more: { readonly catalog?: string; readonly page?: string; readonly objects?: readonly string[] } = {},
): Buffer {
  const first = 4
  const kids = lines.map((_, n) => `${first + 2 * n} 0 R`).join(" ")
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${more.catalog ?? ""} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${lines.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...lines.flatMap((line, n) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents ${first + 2 * n + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> ${more.page ?? ""} >>`,
      stream("", Buffer.from(`BT /F1 24 Tf 20 100 Td (${line}) Tj ET`, "latin1")) as unknown as string,
    ]),
    ...(more.objects ?? []),
  ])
}

/** The first object's number after the pages of a document of that many. */
export const after = (count: number): number => 4 + 2 * count

/** One page that is a fax: a white sheet by CCITT Group 4, turned to black so that it can be seen. Decoders of scans are WebAssembly. */
export function faxedPage(): Buffer {
  const [width, height] = [64, 64]
  // Every row is "as the row above" (one bit), then the end of the block.
  const bits = `${"1".repeat(height)}000000000001000000000001`
  const bytes = Buffer.from(bits.match(/.{1,8}/g)?.map((eight) => Number.parseInt(eight.padEnd(8, "0"), 2)) ?? [])
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
    stream("", Buffer.from("q 300 0 0 200 0 0 cm /I Do Q")),
    stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 1 /ColorSpace /DeviceGray /Decode [1 0] /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${width} /Rows ${height} >>`,
      bytes,
    ),
  ] as unknown as string[])
}

/** A PNG whose header says one size and whose pixels are whatever they are. */
export function pngOf(width: number, height: number, rows: Buffer = Buffer.alloc(height * (1 + width * 3), 0x7f)): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data])
    const out = Buffer.alloc(8 + data.length + 4)
    out.writeUInt32BE(data.length)
    body.copy(out, 4)
    out.writeUInt32BE(crc(body), 8 + data.length)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  // Each row begins with its filter: none.
  for (let at = 0; at < rows.length; at += 1 + width * 3) rows[at] = 0
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}

/** Half a second of a tone. */
export function tone(): Buffer {
  const rate = 8_000
  const samples = Buffer.from(Array.from({ length: rate / 2 }, (_, at) => 128 + Math.round(60 * Math.sin(at / 3))))
  const head = Buffer.alloc(44)
  head.write("RIFF", 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write("WAVEfmt ", 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write("data", 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

/** Russian in an encoding of one byte a letter. */
export function inEncoding(text: string, encoding: string): Buffer {
  const table = [...new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, at) => at))]
  return Buffer.from([...text].map((letter) => table.indexOf(letter)))
}
