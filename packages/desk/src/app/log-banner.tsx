// Red over every page: people of this desk are shown different histories, or something that was received is gone.
import { Notice } from "@safe-conduct/ui/notice.tsx"
import { useDesk } from "./context.tsx"
import { useLive } from "./live.ts"

export function LogBanner() {
  const { words } = useDesk()
  const { log } = useLive()
  const { logAlarm } = words.value.app
  if (log.value.length === 0) return null
  return (
    <div class="log-banner">
      <Notice title={logAlarm.title} look="danger" role="alert">
        <ul>
          {log.value.map(({ what, member, name }) => (
            <li key={`${what} ${member ?? ""}`}>{logAlarm.what[what](name ?? "")}</li>
          ))}
        </ul>
        <p>{logAlarm.advice}</p>
      </Notice>
    </div>
  )
}
