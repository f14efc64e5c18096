// When rounds happen: every few seconds, and at once when somebody asks to be heard. Two that meet become one after the other.
import { type Waking, wakingRound } from "./round.ts"

/** Milliseconds between two looks: an alarm is late by so much at most, a request by nothing. */
const LOOK = 5_000

export interface WakingKeeper {
  /** A round now, or right behind the one under way. */
  round(): Promise<void>
  /** The same, with nobody waiting for it. */
  soon(): void
  start(): void
  stop(): Promise<void>
}

export function keepWaking(service: Waking, log: (line: string) => void): WakingKeeper {
  let current: Promise<void> | null = null
  let behind: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  let going = false
  const begin = (): Promise<void> => (current = wakingRound(service).finally(() => (current = null)))
  const round = (): Promise<void> => {
    if (current === null) return begin()
    return (behind ??= current
      .catch(() => undefined)
      .then(() => {
        behind = null
        return begin()
      }))
  }
  const soon = (): void => {
    if (going) void round().catch(() => log("failed: waking"))
  }
  return {
    round,
    soon,
    start() {
      going = true
      timer = setInterval(soon, LOOK)
      timer.unref()
      soon()
    },
    async stop() {
      going = false
      if (timer) clearInterval(timer)
      await behind?.catch(() => undefined)
      await current?.catch(() => undefined)
    },
  }
}
