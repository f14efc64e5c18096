// What the vault last said, kept for the pages: Today, the tray and the list. One loop asks the server; one listener repaints.
import type { CaseRow, LogAlarm, Millis, MomentLine, StreamAlarm, Today, TrayRow, Vault, WakeLine } from "@safe-conduct/client/member"
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals"
import { createContext } from "preact"
import { useContext } from "preact/hooks"

export interface Live {
  readonly today: ReadonlySignal<Today | null>
  readonly tray: ReadonlySignal<readonly TrayRow[] | null>
  readonly list: ReadonlySignal<readonly CaseRow[] | null>
  readonly reached: ReadonlySignal<Millis | null>
  readonly alarms: ReadonlySignal<readonly StreamAlarm[]>
  readonly log: ReadonlySignal<readonly LogAlarm[]>
  /** True while the server is being asked. */
  readonly asking: ReadonlySignal<boolean>
  /** Whether the last question had no good answer. */
  readonly missed: ReadonlySignal<boolean>
  /** Moments that came while the page stood open, until somebody says that she looks. */
  readonly due: ReadonlySignal<readonly MomentLine[]>
  /** Whoever is here looks at all that is due. */
  looking(): void
  /** Moves every few seconds, so that "3 minutes ago" stays true. */
  readonly moment: ReadonlySignal<Millis>
  /** The same to the minute: a hundred strips are not drawn anew every few seconds. */
  readonly minute: ReadonlySignal<Millis>
  start(): void
  stop(): void
  refresh(): Promise<void>
}

const seen = 4_000
const hidden = 20_000
const quiet = 60_000
const begun = 1_000
const tick = 5_000
/** Whoever has just got her Today begins to scroll it: for so long the list waits anyhow. */
const glance = 400
/** How often one looks whether she rests by now, and after how long the first list is read although she does not. */
const look = 100
const patience = 10_000

export interface LiveGiven {
  readonly vault: Vault
  readonly now: () => Millis
  /**
   * Somebody asks to wake someone who did not at the last look: in a new request, or in a message to a case. Whom the desk knows is heard
   * each time; strangers at most once a minute, however many they are. All of them stand on the screen.
   */
  readonly onWake: (line: WakeLine) => void
  /** One or more moments have come at which somebody must look. */
  readonly onDue?: () => void
  /** Whether the list is what stands on the screen: then it is read first, and Today behind it. */
  readonly listFirst?: () => boolean
  /** Whether somebody moves the page just now: the first list, thousands of rows that stand on no screen, waits until she rests. */
  readonly busy?: () => boolean
}

export function createLive({ vault, now, onWake, onDue, listFirst, busy }: LiveGiven): Live {
  const today: Signal<Today | null> = signal(null)
  const tray: Signal<readonly TrayRow[] | null> = signal(null)
  const list: Signal<readonly CaseRow[] | null> = signal(null)
  const reached: Signal<Millis | null> = signal(null)
  const alarms: Signal<readonly StreamAlarm[]> = signal([])
  const log: Signal<readonly LogAlarm[]> = signal([])
  const asking = signal(false)
  const missed = signal(false)
  const moment = signal(now())
  const minute = computed(() => Math.floor(moment.value / 60_000) * 60_000)
  const due: Signal<readonly MomentLine[]> = signal([])
  let ahead: readonly MomentLine[] = []
  let clock: ReturnType<typeof setInterval> | undefined
  let running = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let painting = false
  let stale = false
  let later: ReturnType<typeof setTimeout> | undefined
  let stood = Number.POSITIVE_INFINITY
  let forget: (() => void) | null = null
  let rung = Number.NEGATIVE_INFINITY

  function hear(lines: readonly WakeLine[]): void {
    for (const line of lines) {
      if (line.stream === null && now() - rung < quiet) continue
      if (line.stream === null) rung = now()
      onWake(line)
    }
  }

  /** By the page's own clock: a moment comes whether or not the server answers. */
  function strike(): void {
    const come = ahead.filter(({ at }) => at <= now())
    if (come.length === 0) return
    ahead = ahead.filter(({ at }) => at > now())
    due.value = [...due.value, ...come]
    onDue?.()
  }

  async function readDay(): Promise<void> {
    const [day, waiting] = await Promise.all([vault.today(), vault.tray()])
    if (!running) return
    // What was not read yet is no news when it is.
    const before = today.value?.soFar === null ? today.value : null
    const known = before === null ? null : new Set(before.waking.map((line) => line.ask))
    // What came while this was read is rung before the new list, which no longer has it, takes the place of the old one.
    strike()
    ahead = day.moments
    today.value = day
    tray.value = day.soFar === null ? waiting : null
    // A part of it would look like all of it.
    if (day.soFar !== null) list.value = null
    reached.value = day.reached ?? reached.value
    if (known !== null) hear(day.waking.filter((line) => !known.has(line.ask)))
  }

  async function readList(): Promise<void> {
    const rows = await vault.list()
    if (running) list.value = rows
  }

  /** True when the list is read later, which is seen to here. */
  function listWaits(): boolean {
    stood = Math.min(stood, performance.now())
    const since = performance.now() - stood
    if (list.value !== null || listFirst?.() === true || since > patience || (since >= glance && busy?.() !== true)) return false
    clearTimeout(later)
    later = setTimeout(() => void paint([readList]), look)
    return true
  }

  /** Today stands first: the list has every row, and takes longer. Unless it is the list that somebody waits for. */
  const both = () => (list.value === null && listFirst?.() === true ? [readList, readDay] : [readDay, readList])

  /** Reads all three once more; changes that arrive meanwhile lead to one more reading and not to many. */
  async function paint(reads = both()): Promise<void> {
    if (painting) {
      stale = true
      return
    }
    painting = true
    try {
      do {
        stale = false
        for (const read of reads) {
          if (read === readList && listWaits()) break
          await read()
          if (!running) return
          // The list comes when all of it is known; Today tells until then how far it is.
          if (read === readDay && today.value?.soFar !== null) break
        }
        reads = both()
      } while (stale)
    } finally {
      painting = false
    }
  }

  async function refresh(): Promise<void> {
    if (asking.value) return
    asking.value = true
    try {
      const answer = await vault.refresh()
      missed.value = !answer.ok
      if (answer.ok) {
        reached.value = answer.value.at
        alarms.value = answer.value.alarms
        log.value = answer.value.log
      }
    } finally {
      asking.value = false
      moment.value = now()
    }
  }

  async function beat(): Promise<void> {
    await refresh()
    if (running) timer = setTimeout(() => void beat(), document.hidden ? hidden : seen)
  }

  return {
    today,
    tray,
    list,
    reached,
    alarms,
    log,
    asking,
    missed,
    moment,
    minute,
    due,
    looking: () => void (due.value = []),
    refresh,
    start() {
      if (running) return
      running = true
      forget = vault.on(() => void paint())
      // The vault has just asked the server: what it knows comes onto the screen, and can be touched, before it is asked again.
      void paint().finally(() => {
        if (running) timer = setTimeout(() => void beat(), begun)
      })
      clock = setInterval(strike, tick)
    },
    stop() {
      running = false
      // What was asked of a vault that has ended is never answered.
      asking.value = false
      missed.value = false
      painting = false
      clearTimeout(timer)
      clearTimeout(later)
      clearInterval(clock)
      stood = Number.POSITIVE_INFINITY
      ahead = []
      due.value = []
      forget?.()
      forget = null
      today.value = null
      tray.value = null
      list.value = null
      alarms.value = []
      log.value = []
      reached.value = null
    },
  }
}

export const LiveContext = createContext<Live | null>(null)

export function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error("a page that repaints stands outside the desk")
  return live
}
