// One waiting request in the list: who, how dangerous, how old, and whether we may know them.
import type { TrayRow } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"
import { useLive } from "../app/live.ts"
import { paths } from "../app/paths.ts"
import { agoHour, hourText } from "../app/when.ts"
import { RequestName } from "./request-name.tsx"

export function TrayLine({ row, chosen }: { readonly row: TrayRow; readonly chosen: boolean }) {
  const { words, language, now, zone } = useDesk()
  const { moment } = useLive()
  const { tray, time } = words.value
  const at = Math.max(moment.value, now())
  const alike = row.alike[0]
  return (
    <li class="line">
      <a data-row href={paths.request(row.ask)} aria-current={chosen ? "true" : undefined}>
        <span class="main">
          <RequestName row={row} /> {row.people > 1 && <span class="family">+{row.people - 1}</span>}
        </span>
        <span class="aside">
          {agoHour(language.value, row.hour, at)} <span class="quiet">{hourText(language.value, row.hour, zone)}</span>
        </span>
        {(row.wake || row.danger) && (
          <span class="under">
            <em>{[row.wake && tray.wake, row.danger && tray.danger[row.danger.kind]].filter(Boolean).join(" · ")}</em>
          </span>
        )}
        <span class="under quiet">
          {[
            (tray.asking as Readonly<Record<string, string>>)[row.asking] ?? row.asking,
            row.language.toUpperCase(),
            row.files > 0 && time.files(row.files),
            row.messages > 0 && time.messages(row.messages),
            row.askedBefore && tray.askedBefore,
            row.paper && words.value.paper.mark,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {alike && <span class="under">{tray.perhaps(alike.name)}</span>}
      </a>
    </li>
  )
}
