// One round: alarms whose time has come begin a wake, wakes climb a step, notices that are due go out. Everything that must happen once
// is a change in a transaction; sending stands between two of them, behind a claim that lapses when its process dies.
import { activeMembers, hashOf, randomBytes } from "@safe-conduct/sealing/verify"
import { type Alarm, type Id, hourOf, utf8 } from "@safe-conduct/wire"
import type { Service } from "../service.ts"
import type { NoticeRow, WakeRow, WayRow } from "../store/waking-store.ts"
import type { Store, Transaction } from "../store/store.ts"
import { beginWake, minuteOf, newWakingId } from "./begin.ts"
import { EVERYONE, orderAt, pauseAfter, whomAt } from "./ladder.ts"
import type { Senders } from "./senders.ts"

export interface Waking extends Pick<Service, "now" | "directory"> {
  readonly store: Pick<Store, "wakingDue" | "write">
  readonly senders: Senders
  /** The address that the link of a notice begins with. */
  readonly origin: () => string
}

const TRIES = 3
/** Minutes after which a notice that a dead process was sending is sent by another. */
const LEASE = 2

export async function wakingRound(service: Waking): Promise<void> {
  // A step of which nothing could be delivered is followed by the next at once, and that one is in the same round.
  for (let step = 0; step <= EVERYONE; step++) {
    const minute = minuteOf(service.now())
    if (!(await service.store.wakingDue(minute))) return
    const everyone = activeMembers(await service.directory.latest()).map(({ id }) => id)
    await service.store.write(async (tx) => {
      await fire(tx, minute, service.now())
      for (const wake of await tx.wakes()) if (wake.due > 0 && wake.due <= minute) await climb(tx, wake, everyone, service)
    })
    const claimed = await service.store.write((tx) => claim(tx, minute))
    if (claimed.length === 0) return
    const sent = await Promise.all(claimed.map(async (one) => ({ ...one, done: await handOver(service, one) })))
    await service.store.write((tx) => settle(tx, sent, minute))
  }
}

/** All that was slept through is one wake: whoever it reaches looks at everything. */
async function fire(tx: Transaction, minute: number, now: number): Promise<void> {
  const due = (await tx.alarms()).filter((alarm) => alarm.at <= minute && alarm.fired < alarm.at)
  if (due.length === 0) return
  for (const { id, at, every } of due) await tx.fired(id, at, next(at, every, minute))
  const members = due.some((alarm) => alarm.wake.length === 0) ? [] : [...new Set(due.flatMap((alarm) => alarm.wake))]
  await beginWake(tx, "alarm", members, now)
}

const next = (at: Alarm["at"], every: number, minute: number): number =>
  every === 0 ? at : at + every * (Math.floor((minute - at) / every) + 1)

async function climb(tx: Transaction, wake: WakeRow, everyone: readonly Id[], { now, senders }: Waking): Promise<void> {
  const minute = minuteOf(now())
  if (wake.kind === "request" && !(await tx.anybodyWaits())) return endWake(tx, wake.wake, null, "answer")
  const order = wake.members.length > 0 ? wake.members : orderAt(await tx.duty(), minute)
  const alone = wake.kind === "test"
  let { step } = wake
  let ways: readonly WayRow[] = []
  for (; ; step++) {
    ways = (await tx.ways(whomAt(step, order, everyone))).filter(({ kind }) => senders[kind] !== undefined)
    // Whoever cannot be told costs nobody ten minutes.
    if (ways.length > 0 || step >= EVERYONE || alone) break
  }
  const notices = ways.map(
    ({ member, kind }): NoticeRow => ({
      notice: newWakingId(),
      wake: wake.wake,
      member,
      step,
      way: kind,
      state: "due",
      tries: 0,
      due: minute,
      token: "",
      hour: hourOf(now()),
    }),
  )
  await tx.putNotices(notices)
  // Held by a link for its half hour, and nobody came to the desk: it goes on where it stood.
  await tx.setWake(wake.wake, { step: step + 1, due: alone ? 0 : minute + pauseAfter(step), taken: null, how: null })
}

/** Nobody is woken for it any more, and no link of it holds anything. */
export async function endWake(tx: Transaction, wake: Id, taken: Id | null, how: "desk" | "answer"): Promise<void> {
  await tx.setWake(wake, { due: 0, taken, how })
  for (const { notice, state } of await tx.notices([wake]))
    await tx.setNotice(notice, { token: "", due: 0, ...(state === "due" || state === "sending" ? { state: "over" as const } : {}) })
}

interface Claimed {
  readonly row: NoticeRow
  readonly way: WayRow
  readonly token: string
}

/** Each try has a link of its own; only its hash stays. */
async function claim(tx: Transaction, minute: number): Promise<readonly Claimed[]> {
  const claimed: Claimed[] = []
  for (const row of await tx.noticesDue(minute)) {
    const way = (await tx.ways([row.member])).find(({ kind }) => kind === row.way)
    if (way === undefined || row.tries >= TRIES) {
      await tx.setNotice(row.notice, { state: way === undefined ? "over" : "failed", due: 0, token: "" })
      continue
    }
    const token = Buffer.from(randomBytes(16)).toString("base64url")
    // What a browser is sent carries no link, so none of its tries can hold anything.
    const hash = row.way === "push" ? "" : hashOf(utf8(token))
    await tx.setNotice(row.notice, { state: "sending", tries: row.tries + 1, due: minute + LEASE, token: hash })
    claimed.push({ row, way, token })
  }
  return claimed
}

async function handOver({ senders, origin }: Waking, { way, token }: Claimed): Promise<boolean | "gone"> {
  const link = `${origin()}/take?lang=${way.language}#${token}`
  return (await senders[way.kind]?.send({ address: way.address, language: way.language, link })) ?? false
}

async function settle(tx: Transaction, sent: readonly (Claimed & { readonly done: boolean | "gone" })[], minute: number): Promise<void> {
  for (const { row, way, done } of sent) {
    if (done === "gone") await tx.dropWay(way)
    const [now] = (await tx.notices([row.wake])).filter(({ notice }) => notice === row.notice)
    // Taken meanwhile: nothing of it is due any more.
    if (now?.state !== "sending") continue
    if (done === true) await tx.setNotice(row.notice, { state: "sent", due: 0 })
    else if (done === false && row.tries + 1 < TRIES) await tx.setNotice(row.notice, { state: "due", due: minute + 1, token: "" })
    else await tx.setNotice(row.notice, { state: "failed", due: 0, token: "" })
  }
  const standing = (await tx.wakes()).filter(({ due, taken }) => due > minute && taken === null)
  for (const { wake, step } of standing.filter((one) => sent.some(({ row }) => row.wake === one.wake))) {
    const last = (await tx.notices([wake])).filter((notice) => notice.step === step - 1)
    if (step <= EVERYONE && last.every(({ state }) => state === "failed")) await tx.setWake(wake, { due: minute })
  }
}
