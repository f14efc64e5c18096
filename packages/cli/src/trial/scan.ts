// A "scan" of an invented paper: a grey page with lines of nothing, a stamp and an edge, drawn from a name so that no two look alike.
import { crc32, deflateSync } from "node:zlib"
import { type FileSource, sourceOfBytes } from "@safe-conduct/client/member"

const WIDTH = 420
const HEIGHT = 594

/** Small, steady and good enough to draw with; nothing is kept secret by it. */
function dice(seed: string): () => number {
  let state = crc32(seed) || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

export function scan(name: string): FileSource {
  const roll = dice(name)
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT, 238)
  const dot = (x: number, y: number, shade: number): void => {
    if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) rows[y * (WIDTH + 1) + 1 + x] = shade
  }
  for (let y = 0; y < HEIGHT; y++) rows[y * (WIDTH + 1)] = 0
  for (let y = 60; y < HEIGHT - 110; y += 16) {
    if (roll() < 0.12) continue
    const end = 60 + Math.floor((0.55 + 0.45 * roll()) * (WIDTH - 120))
    for (let x = 60; x < end; x++) if (roll() < 0.62) for (let h = 0; h < 5; h++) dot(x, y + h, 60 + Math.floor(60 * roll()))
  }
  const [cx, cy] = [290 + Math.floor(50 * roll()), HEIGHT - 90]
  for (let a = 0; a < 2400; a++)
    for (const r of [46, 44, 30]) dot(Math.round(cx + r * Math.cos(a / 380)), Math.round(cy + r * Math.sin(a / 380)), 120)
  return sourceOfBytes(png(rows), `${name}.png`, "image/png")
}

function png(rows: Buffer): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  // Eight bits of grey, no filter beyond the row's first byte, not interlaced.
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new Uint8Array(Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
