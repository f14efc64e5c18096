// Today: what cannot wait, in the order in which it cannot. One screen on a desk; on a phone only what is mine and what is red.
import { useDesk } from "../app/context.tsx"
import { useLive } from "../app/live.ts"
import { longDay } from "../app/when.ts"
import { Wakes } from "../duty/wakes.tsx"
import { KeysDue } from "../members/keys-due.tsx"
import { NotHandedOn } from "../members/rotation-notice.tsx"
import { DeskNotice } from "./desk-notice.tsx"
import { FlightBar } from "./flight-bar.tsx"
import { LawLines } from "./law-lines.tsx"
import { LeaveShift } from "./leave-shift.tsx"
import { Section } from "./section.tsx"
import { Duty, Looks, Replies, Requests, Signatures, Unconfirmed, Waking } from "./side-parts.tsx"
import { ShiftNotes } from "./shift-notes.tsx"
import { Strips } from "./strips.tsx"
import { ToDo } from "./to-do.tsx"
import "./today.css"

export function TodayPage() {
  const { words, language, now, who, zone } = useDesk()
  const live = useLive()
  const day = live.today.value
  const { today, app } = words.value
  if (day === null) return <p class="quiet waiting">{app.loading}</p>
  const red = new Set(day.emergencies.map((row) => row.stream))
  const fresh = day.newSince.filter((row) => !red.has(row.stream))
  const notMine = fresh.filter((row) => row.owner !== who.value?.member).length
  /** What stands where nothing does, before all of it was read. */
  const partly = day.soFar === null ? null : today.stillReading
  const nothing = live.list.value?.length === 0 && day.requests.length === 0
  return (
    <div class="today">
      <header class="today-head">
        <h1>{today.title}</h1>
        <p class="quiet">{longDay(language.value, now(), zone)}</p>
        <Duty duty={day.duty} />
        <LeaveShift />
      </header>
      {day.soFar !== null && (
        <p class="notice so-far" role="status">
          {today.soFar(day.soFar)}
        </p>
      )}
      {partly === null && day.unread > 0 && <p class="quiet small">{today.unread(day.unread)}</p>}
      <DeskNotice />
      <KeysDue keys={day.keys} link />
      <NotHandedOn />
      {day.flightBar.length > 0 && <FlightBar flights={day.flightBar} />}
      <Wakes />
      <ShiftNotes shifts={day.shifts} taken={false} />
      <Waking rows={day.waking} />
      <Unconfirmed rows={day.unconfirmed} />
      <LawLines lines={day.law} />
      {nothing && <p class="quiet nothing">{today.empty}</p>}
      <div class="columns">
        <div class="strips">
          <Section id="emergencies" title={today.emergencies} count={day.emergencies.length} empty={partly ?? today.emergenciesNone}>
            <Strips rows={day.emergencies} />
          </Section>
          <Section id="fresh" title={today.fresh} count={fresh.length} empty={partly ?? today.freshNone}>
            <Strips rows={fresh} short />
          </Section>
          {notMine > 0 && <p class="quiet small elsewhere">{today.elsewhere(notMine)}</p>}
        </div>
        {partly === null && (
          <div class="side">
            <Requests rows={day.requests} />
            <Signatures rows={day.waitingSignatures} />
            <Replies rows={day.unopenedReplies} />
            <ToDo lines={day.toDo} />
            <Looks rows={day.dueLooks} />
            <ShiftNotes shifts={day.shifts} taken />
          </div>
        )}
      </div>
    </div>
  )
}
