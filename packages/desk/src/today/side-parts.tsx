// The parts of Today beside the strips: requests, signatures, replies nobody opened, look-ups due, and who is on duty.
import type { LookLine, SignatureLine, Today, TrayRow, UnopenedReply, WakeLine } from "@safe-conduct/client/member"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { useLive } from "../app/live.ts"
import { paths } from "../app/paths.ts"
import { ago, agoHour, hourText, isDay, millisOf, whenText } from "../app/when.ts"
import { calledIn } from "../person/called-in.ts"
import { RequestName } from "../tray/request-name.tsx"
import { Section } from "./section.tsx"

export function Requests({ rows }: { readonly rows: readonly TrayRow[] }) {
  const { words, language, now, zone } = useDesk()
  const { moment } = useLive()
  const { today, tray, time } = words.value
  const at = Math.max(moment.value, now())
  return (
    <Section id="requests" title={today.requests} count={rows.length} empty={today.requestsNone} href={paths.tray}>
      {rows.slice(0, 5).map((row) => (
        <li key={row.ask} class={row.wake || row.danger ? "line is-red" : "line"}>
          <a data-row href={paths.request(row.ask)}>
            <span class="main">
              <RequestName row={row} /> {row.people > 1 && <span class="family">+{row.people - 1}</span>}
            </span>
            <span class="aside">
              {agoHour(language.value, row.hour, at)} <span class="quiet">{hourText(language.value, row.hour, zone)}</span>
            </span>
            <span class="under">
              {[
                row.wake && <em>{tray.wake}</em>,
                row.danger && <em>{tray.danger[row.danger.kind]}</em>,
                (tray.asking as Readonly<Record<string, string>>)[row.asking] ?? row.asking,
                row.language.toUpperCase(),
                row.files > 0 && time.files(row.files),
                row.alike[0] && tray.perhaps(row.alike[0].name),
              ]
                .filter(Boolean)
                .map((part, place) => (
                  <>
                    {place > 0 && " · "}
                    {part}
                  </>
                ))}
            </span>
          </a>
        </li>
      ))}
    </Section>
  )
}

/** Messages to a case that ask to wake someone: a new request that does stands among the requests. */
export function Waking({ rows }: { readonly rows: readonly WakeLine[] }) {
  const { words, language } = useDesk()
  const ours = rows.filter((row) => row.stream !== null)
  if (ours.length === 0) return null
  return (
    <p class="notice danger waking">
      <strong>{words.value.tray.wake}</strong>
      {colon(language.value)}
      {ours.map((row, place) => (
        <>
          {place > 0 && ", "}
          <a data-row href={paths.case(row.stream ?? "")}>
            {calledIn(language.value, row)}
          </a>
        </>
      ))}
    </p>
  )
}

/** Asked by whoever holds the words: nothing changes until somebody known before says the same. */
export function Unconfirmed({ rows }: { readonly rows: Today["unconfirmed"] }) {
  const { words, language } = useDesk()
  if (rows.length === 0) return null
  return (
    <p class="notice">
      <strong>{words.value.code.title}</strong>
      {colon(language.value)}
      {rows.map((row, place) => (
        <>
          {place > 0 && ", "}
          <a data-row href={`${paths.case(row.stream)}#part-mailbox`}>
            {calledIn(language.value, row)}
          </a>
        </>
      ))}
    </p>
  )
}

const whereToSign = ({ kind, stream }: SignatureLine): string =>
  kind === "purge" ? paths.purge : kind === "proposal" ? paths.proposal(stream) : `${paths.case(stream)}#part-signing`

export function Signatures({ rows }: { readonly rows: readonly SignatureLine[] }) {
  const { words, language } = useDesk()
  const { today, row: said } = words.value
  return (
    <Section id="signatures" title={today.signatures} count={rows.length} empty={today.signaturesNone}>
      {rows.slice(0, 5).map((row) => (
        <li key={`${row.stream}/${row.seq}`} class={!row.mine && !row.void ? "line is-mine" : "line"}>
          <a data-row href={whereToSign(row)}>
            <span class="main">
              <strong>{calledIn(language.value, row)}</strong> <span>{said.signing[row.kind] ?? row.kind}</span>
            </span>
            <span class="under">
              {row.void ? today.signatureVoid : row.mine ? today.signatureMine : today.signatureYours}{" "}
              <span class="quiet">{today.signatureBy(row.by)}</span>
            </span>
          </a>
        </li>
      ))}
    </Section>
  )
}

export function Replies({ rows }: { readonly rows: readonly UnopenedReply[] }) {
  const { words, language } = useDesk()
  const { today, time } = words.value
  return (
    <Section id="replies" title={today.replies} count={rows.length} empty={today.repliesNone}>
      {rows.slice(0, 5).map((row) => (
        <li key={row.ask} class="line">
          <a data-row href={row.stream === null ? paths.request(row.ask) : paths.case(row.stream)}>
            <span class="main">
              <strong>{calledIn(language.value, row)}</strong>
            </span>
            <span class="aside">{today.unopened(time.hours(row.hours))}</span>
          </a>
        </li>
      ))}
    </Section>
  )
}

const looksShown = 3

export function Looks({ rows }: { readonly rows: readonly LookLine[] }) {
  const { words, language, now } = useDesk()
  const { today } = words.value
  const seen = (row: LookLine): string => {
    const at = row.confirmed === null ? null : millisOf(row.confirmed)
    return at === null ? today.neverLooked : ago(language.value, at, now(), isDay(row.confirmed ?? ""))
  }
  return (
    <Section id="looks" title={today.looks} count={rows.length} empty={today.looksNone} href={paths.round}>
      {rows.slice(0, looksShown).map((row) => (
        <li key={`${row.stream}/${row.person}`} class="line">
          <a data-row href={paths.case(row.stream)}>
            <span class="main">
              <strong>{calledIn(language.value, row)}</strong> <span class="quiet">{row.facility}</span>
            </span>
            <span class="aside">{seen(row)}</span>
          </a>
        </li>
      ))}
      {rows.length > looksShown && (
        <li class="line more">
          <a href={paths.round}>{today.looksMore(rows.length - looksShown)}</a>
        </li>
      )}
      <li class="line more">
        <a href={paths.map}>{words.value.map.title}</a>
      </li>
    </Section>
  )
}

export function Duty({ duty }: { readonly duty: Today["duty"] }) {
  const { words, language, zone } = useDesk()
  const { today } = words.value
  return (
    <p class={duty.name === null ? "duty nobody" : "duty"}>
      {duty.name === null ? (
        today.dutyNobody
      ) : (
        <>
          {today.duty} <strong>{duty.name}</strong>{" "}
          {duty.until && <span class="quiet">{today.dutyUntil(whenText(language.value, duty.until, zone))}</span>}
        </>
      )}
    </p>
  )
}
