// The three papers of the journey: a PDF with Cyrillic, a photograph that carries its place (EXIF GPS), and 30 MB of video.
import { randomFillSync } from "node:crypto"

/** A small, valid PDF whose text is Cyrillic, by WinCyrillic byte codes in a simple font: enough for a viewer and for a search. */
export function cyrillicPdf(text: string): Buffer {
  const hex = Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("hex")
  const parts = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    "",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Title <${hex}> >>`,
  ]
  const stream = `BT /F1 18 Tf 20 100 Td (Decision) Tj ET\n% ${text}`
  parts[3] = `<< /Length ${Buffer.byteLength(stream)} >>\nstream\n${stream}\nendstream`
  let out = Buffer.from("%PDF-1.4\n")
  const offsets: number[] = []
  for (const [i, part] of parts.entries()) {
    offsets.push(out.length)
    out = Buffer.concat([out, Buffer.from(`${i + 1} 0 obj\n${part}\nendobj\n`)])
  }
  const xref = out.length
  const rows = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")
  return Buffer.concat([
    out,
    Buffer.from(
      `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${parts.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
    ),
  ])
}

/** A 1×1 JPEG with an APP1 segment: EXIF, a GPS directory and a camera's name that must never leave unsealed. */
export function photographWithPlace(camera: string): Buffer {
  const make = Buffer.from(`${camera}\0`)
  const tiff = Buffer.alloc(8 + 2 + 24 + 4 + 2 + 24 + 4 + make.length)
  tiff.write("II*\0", 0, "latin1")
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  }
  entry(10, 0x010f, 2, make.length, 68)
  entry(22, 0x8825, 4, 1, 38)
  tiff.writeUInt16LE(2, 38)
  entry(40, 0x0001, 2, 2, 0x4e)
  entry(52, 0x0003, 2, 2, 0x57)
  make.copy(tiff, 68)
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff])
  const app1 = Buffer.concat([Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255]), exif])
  const rest = Buffer.from(
    "ffdb004300030202020202030202020303030304060404040404080606050609080a0a090809090a0c0f0c0a0b0e0b09090d110d0e0f101011100a0c12131210130f101010ffc9000b080001000101011100ffcc000600101005ffda0008010100003f00d2cf20ffd9",
    "hex",
  )
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app1, rest])
}

/** 30 MB that no compression shortens, with a name inside that a search would find. */
export function video(mark: string): Buffer {
  const bytes = randomFillSync(Buffer.alloc(30 * 1024 * 1024))
  Buffer.from("00000018667479706d703432", "hex").copy(bytes)
  for (const at of [5_000_000, 20_000_000]) Buffer.from(mark).copy(bytes, at)
  return bytes
}
