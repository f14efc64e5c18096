// From moments to places on a line: everything that is known, now, and a little air on both sides.
export interface Scale {
  readonly from: number
  readonly until: number
  /** 0 to 1; what lies outside stands at the edge. */
  at(moment: number): number
  /** Firsts of months, as many as have room. */
  readonly ticks: readonly number[]
}

const DAY = 86_400_000
const MOST_TICKS = 8

/** `moments` may be empty: then a month around now. */
export function scaleOf(moments: readonly number[], now: number): Scale {
  const all = [...moments, now]
  const [first, last] = [Math.min(...all), Math.max(...all)]
  const air = Math.max(7 * DAY, (last - first) * 0.04)
  const [from, until] = [first - air, last + air]
  return {
    from,
    until,
    at: (moment) => Math.min(1, Math.max(0, (moment - from) / (until - from))),
    ticks: ticksOf(from, until),
  }
}

function ticksOf(from: number, until: number): readonly number[] {
  const months: number[] = []
  const start = new Date(from)
  for (let n = 1; ; n++) {
    const at = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + n, 1)
    if (at >= until) break
    months.push(at)
  }
  const every = [1, 2, 3, 6, 12, 24, 60].find((step) => months.length / step <= MOST_TICKS) ?? 120
  return months.filter((at) => (new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth()) % every === 0)
}
