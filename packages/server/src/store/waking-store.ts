// Rows of waking: alarms, the order of duty, addresses, wakes under way and their notices. Every change stands in a transaction behind
// the desk's cursor row, so that of two processes one alone fires an alarm, climbs a step or claims a notice.
import {
  type Alarm,
  type DutySpan,
  type Hash,
  type Hour,
  type Id,
  type NewAlarm,
  type NoticeState,
  type WakeKind,
  type WayKind,
  type Ways,
  wayKinds,
} from "@safe-conduct/wire"
import type { Kysely } from "kysely"
import { toBytes, toText } from "./rows.ts"
import type { AlarmTable, NoticeTable, Tables, WakeTable } from "./schema.ts"

export interface WakeRow {
  readonly wake: Id
  readonly kind: WakeKind
  /** Named by the alarm, in order; empty: whoever is on duty. */
  readonly members: readonly Id[]
  readonly step: number
  /** Minute of the next step; zero once it is over. */
  readonly due: number
  readonly taken: Id | null
  readonly how: "link" | "desk" | "answer" | null
  readonly hour: Hour
}
export interface NoticeRow {
  readonly notice: Id
  readonly wake: Id
  readonly member: Id
  readonly step: number
  readonly way: WayKind
  readonly state: NoticeState
  readonly tries: number
  readonly due: number
  /** Hash of its link's token; empty once that holds nothing. */
  readonly token: Hash | ""
  readonly hour: Hour
}
export interface WayRow {
  readonly member: Id
  readonly kind: WayKind
  readonly address: string
  readonly language: Ways["language"]
}

export interface WakingReads {
  alarms(): Promise<Alarm[]>
  duty(): Promise<DutySpan[]>
  ways(members: readonly Id[]): Promise<WayRow[]>
  wakes(): Promise<WakeRow[]>
  notices(wakes: readonly Id[]): Promise<NoticeRow[]>
  /** Whether an alarm, a step or a notice is due. Asked every few seconds, so it changes nothing. */
  wakingDue(minute: number): Promise<boolean>
  /** Whether some mailbox still asks that someone be woken. */
  anybodyWaits(): Promise<boolean>
  noticeBy(token: Hash): Promise<NoticeRow | null>
  noticesDue(minute: number): Promise<NoticeRow[]>
}
export interface WakingChanges {
  putAlarm(id: Id, alarm: NewAlarm): Promise<void>
  dropAlarm(id: Id): Promise<void>
  fired(id: Id, at: number, next: number): Promise<void>
  putDuty(spans: readonly DutySpan[]): Promise<void>
  putWays(member: Id, ways: Ways): Promise<void>
  /** One that is gone for good; what she gave meanwhile stays. */
  dropWay(way: Pick<WayRow, "member" | "kind" | "address">): Promise<void>
  dropWaysOf(members: readonly Id[]): Promise<void>
  putWake(wake: WakeRow): Promise<void>
  setWake(wake: Id, to: Partial<Pick<WakeRow, "step" | "due" | "taken" | "how">>): Promise<void>
  putNotices(notices: readonly NoticeRow[]): Promise<void>
  setNotice(notice: Id, to: Partial<Pick<NoticeRow, "state" | "tries" | "due" | "token">>): Promise<void>
  dropWakesBefore(hour: Hour): Promise<void>
  dropAlarmsBefore(minute: number): Promise<void>
}

const idsOf = (text: string): Id[] => (text === "" ? [] : (text.split(" ") as Id[]))
const alarmOf = (row: AlarmTable): Alarm => ({
  id: row.alarm as Id,
  wake: idsOf(row.wake),
  at: row.at,
  every: row.every,
  sealed: toText(row.sealed),
  fired: row.fired,
})
const wakeOf = (row: WakeTable): WakeRow => ({
  wake: row.wake as Id,
  kind: row.kind,
  members: idsOf(row.members),
  step: row.step,
  due: row.due,
  taken: row.taken as Id | null,
  how: row.how,
  hour: row.hour as Hour,
})
const noticeOf = ({ desk: _desk, ...row }: NoticeTable): NoticeRow => row as NoticeRow

export const wakingReads = (db: Kysely<Tables>, desk: Id): WakingReads => ({
  async alarms() {
    return (await db.selectFrom("alarm").selectAll().where("desk", "=", desk).orderBy("at").orderBy("alarm").execute()).map(alarmOf)
  },
  async duty() {
    const rows = await db.selectFrom("duty").selectAll().where("desk", "=", desk).orderBy("from").execute()
    return rows.map((row) => ({ from: row.from, until: row.until, members: idsOf(row.members) }))
  },
  async ways(members) {
    if (members.length === 0) return []
    const rows = await db
      .selectFrom("way")
      .selectAll()
      .where("desk", "=", desk)
      .where("member", "in", members)
      .orderBy("kind", "desc")
      .execute()
    return rows.map(({ desk: _desk, ...row }) => row as WayRow)
  },
  async wakes() {
    const rows = await db
      .selectFrom("wake")
      .selectAll()
      .where("desk", "=", desk)
      .orderBy("hour", "desc")
      .orderBy("wake")
      .limit(500)
      .execute()
    return rows.map(wakeOf)
  },
  async notices(wakes) {
    if (wakes.length === 0) return []
    const own = db.selectFrom("notice").selectAll().where("desk", "=", desk).where("wake", "in", wakes)
    return (await own.orderBy("step").orderBy("notice").execute()).map(noticeOf)
  },
  async wakingDue(minute) {
    const alarm = db.selectFrom("alarm").select("alarm").where("desk", "=", desk).where("at", "<=", minute).whereRef("fired", "<", "at")
    if ((await alarm.limit(1).executeTakeFirst()) !== undefined) return true
    const wake = db.selectFrom("wake").select("wake").where("desk", "=", desk).where("due", ">", 0).where("due", "<=", minute)
    if ((await wake.limit(1).executeTakeFirst()) !== undefined) return true
    const notice = db.selectFrom("notice").select("notice").where("desk", "=", desk).where("due", ">", 0).where("due", "<=", minute)
    return (await notice.limit(1).executeTakeFirst()) !== undefined
  },
  async anybodyWaits() {
    const row = await db.selectFrom("stream").select("stream").where("desk", "=", desk).where("wake", "=", 1).limit(1).executeTakeFirst()
    return row !== undefined
  },
  async noticeBy(token) {
    const row = await db.selectFrom("notice").selectAll().where("desk", "=", desk).where("token", "=", token).executeTakeFirst()
    return row ? noticeOf(row) : null
  },
  async noticesDue(minute) {
    const own = db.selectFrom("notice").selectAll().where("desk", "=", desk).where("due", ">", 0).where("due", "<=", minute)
    return (await own.orderBy("notice").execute()).map(noticeOf)
  },
})

export const wakingChanges = (db: Kysely<Tables>, desk: Id): WakingChanges => ({
  async putAlarm(alarm, { wake, at, every, sealed }) {
    const set = { wake: wake.join(" "), at, every, sealed: toBytes(sealed) }
    await db
      .insertInto("alarm")
      .values({ desk, alarm, ...set, fired: 0 })
      .onConflict((on) => on.columns(["desk", "alarm"]).doUpdateSet(set))
      .execute()
  },
  async dropAlarm(alarm) {
    await db.deleteFrom("alarm").where("desk", "=", desk).where("alarm", "=", alarm).execute()
  },
  async fired(alarm, at, next) {
    await db.updateTable("alarm").set({ fired: at, at: next }).where("desk", "=", desk).where("alarm", "=", alarm).execute()
  },
  async putDuty(spans) {
    await db.deleteFrom("duty").where("desk", "=", desk).execute()
    if (spans.length === 0) return
    const rows = spans.map(({ from, until, members }) => ({ desk, from, until, members: members.join(" ") }))
    await db.insertInto("duty").values(rows).execute()
  },
  async putWays(member, { language, ...given }) {
    await db.deleteFrom("way").where("desk", "=", desk).where("member", "=", member).execute()
    const rows = wayKinds.flatMap((kind) => {
      const address = given[kind]
      return address === null ? [] : [{ desk, member, kind, address, language }]
    })
    if (rows.length > 0) await db.insertInto("way").values(rows).execute()
  },
  async dropWay({ member, kind, address }) {
    const own = db.deleteFrom("way").where("desk", "=", desk).where("member", "=", member)
    await own.where("kind", "=", kind).where("address", "=", address).execute()
  },
  async dropWaysOf(members) {
    if (members.length > 0) await db.deleteFrom("way").where("desk", "=", desk).where("member", "in", members).execute()
  },
  async putWake({ members, ...row }) {
    await db
      .insertInto("wake")
      .values({ desk, ...row, members: members.join(" ") })
      .execute()
  },
  async setWake(wake, to) {
    await db.updateTable("wake").set(to).where("desk", "=", desk).where("wake", "=", wake).execute()
  },
  async putNotices(notices) {
    if (notices.length === 0) return
    await db
      .insertInto("notice")
      .values(notices.map((row) => ({ desk, ...row })))
      .execute()
  },
  async setNotice(notice, to) {
    await db.updateTable("notice").set(to).where("desk", "=", desk).where("notice", "=", notice).execute()
  },
  async dropWakesBefore(hour) {
    for (const table of ["notice", "wake"] as const) await db.deleteFrom(table).where("desk", "=", desk).where("hour", "<", hour).execute()
  },
  async dropAlarmsBefore(minute) {
    await db
      .deleteFrom("alarm")
      .where("desk", "=", desk)
      .where("every", "=", 0)
      .where("at", "<", minute)
      .whereRef("fired", "=", "at")
      .execute()
  },
})
