// The fine interlaced line of a travel document, as SVG path data: pure arithmetic, the same on paper and on a page.
// It is an ornament and proves nothing; the check seal does that.

export interface GuillocheOptions {
  readonly shape: "band" | "rosette"
  readonly width: number
  readonly height: number
  /** How many lines are woven. */
  readonly strands: number
  /** Whole waves from edge to edge (band) or around (rosette). */
  readonly waves: number
  /** Any number; another seed weaves another pattern. */
  readonly seed: number
}

const points = 14 // for each wave; fewer shows corners, more only makes the file larger

export function guillochePath(options: GuillocheOptions): string {
  return options.shape === "band" ? band(options) : rosette(options)
}

/** Turns any text, such as a letter's number, into a seed. Not a hash in any protecting sense. */
export function guillocheSeed(text: string): number {
  let seed = 7
  for (const letter of text) seed = (seed * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return seed
}

// Three ribbons plaited like a braid. Each is a sheaf of strands that narrows to a knot where its width passes through zero.
function band({ width, height, strands, waves, seed }: GuillocheOptions): string {
  const ribbons = 3
  const steps = waves * points
  const drift = fraction(seed * 0.381) * turn
  const pulse = waves * 0.5 + Math.floor(fraction(seed * 0.618) * 3)
  const lines: string[] = []
  for (let strand = 0; strand < strands; strand++) {
    const phase = ((strand % ribbons) / ribbons) * turn
    const across = ((Math.floor(strand / ribbons) + 0.5) / Math.ceil(strands / ribbons)) * 2 - 1
    const line: Point[] = []
    for (let step = 0; step <= steps; step++) {
      const t = step / steps
      const centre = 0.52 * Math.sin(t * waves * turn + phase)
      const half = 0.46 * Math.cos(t * pulse * turn + phase * 2 + drift)
      line.push([t * width, height / 2 + (height / 2) * (centre + across * half)])
    }
    lines.push(smooth(line, false))
  }
  return lines.join("")
}

function rosette({ width, height, strands, waves, seed }: GuillocheOptions): string {
  const steps = waves * points
  const depth = 0.22 + fraction(seed * 0.618) * 0.12
  const lines: string[] = []
  for (let strand = 0; strand < strands; strand++) {
    const phase = (strand / strands) * turn
    const line: Point[] = []
    for (let step = 0; step < steps; step++) {
      const angle = (step / steps) * turn
      const reach = 1 - depth + depth * Math.sin(waves * angle + phase) * Math.cos(phase + fraction(seed * 0.381))
      line.push([width / 2 + (width / 2) * reach * Math.cos(angle), height / 2 + (height / 2) * reach * Math.sin(angle)])
    }
    lines.push(smooth(line, true))
  }
  return lines.join("")
}

type Point = readonly [number, number]
const turn = Math.PI * 2
const fraction = (n: number) => n - Math.floor(n)
// Two decimals of a point are finer than any printer, and hide the last-digit differences between machines.
const short = (n: number) => String(Math.round(n * 100) / 100 || 0)

// Catmull-Rom through the points, written as cubic curves.
function smooth(line: readonly Point[], closed: boolean): string {
  const count = line.length
  const point = (at: number): Point => (closed ? line[(at + count) % count] : line[Math.min(Math.max(at, 0), count - 1)]) ?? [0, 0]
  const pair = (x: number, y: number) => `${short(x)} ${short(y)}`
  let path = `M${pair(...point(0))}`
  for (let at = 0; at < (closed ? count : count - 1); at++) {
    const [before, from, to, after] = [point(at - 1), point(at), point(at + 1), point(at + 2)]
    path += `C${pair(from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6)} `
    path += `${pair(to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6)} ${pair(...to)}`
  }
  return closed ? `${path}Z` : path
}
