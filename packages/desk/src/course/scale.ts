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

/** `moments` may be empty: then a month around now. `most` is for how many months there is room, one at least. */
export function scaleOf(moments: readonly number[], now: number, most: number): Scale {
  const all = [...moments, now]
  const [first, last] = [Math.min(...all), Math.max(...all)]
  const air = Math.max(7 * DAY, (last - first) * 0.04)
  const [from, until] = [first - air, last + air]
  return {
    from,
    until,
    at: (moment) => Math.min(1, Math.max(0, (moment - from) / (until - from))),
    ticks: ticksOf(from, until, most),
  }
}

/**
 * Places between `from` and `to`, in order, moved as little to the left as it takes for none to lie within `gap` of the next; to the right
 * where the left has no room. Where there is room for none of this, they stand evenly.
 */
export function apart(places: readonly number[], gap: number, from: number, to: number): readonly number[] {
  const least = Math.min(gap, (to - from) / Math.max(1, places.length - 1))
  const moved = [...places]
  for (let n = moved.length - 1, next = to + least; n >= 0; n--) next = moved[n] = Math.min(moved[n] as number, next - least)
  for (let n = 0, before = from - least; n < moved.length; n++) before = moved[n] = Math.max(moved[n] as number, before + least)
  return moved
}

function ticksOf(from: number, until: number, most: number): readonly number[] {
  const months: number[] = []
  const start = new Date(from)
  for (let n = 1; ; n++) {
    const at = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + n, 1)
    if (at >= until) break
    months.push(at)
  }
  const every = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((step) => months.length / step <= most) ?? 600
  return months.filter((at) => (new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth()) % every === 0)
}
