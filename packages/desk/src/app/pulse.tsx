// When the server last answered, quietly; loudly when it has not for a while, because silence proves nothing.
import { useDesk } from "./context.tsx"
import { useLive } from "./live.ts"
import { ago, minute } from "./when.ts"

const tooLong = minute

export function Pulse() {
  const { words, language, now } = useDesk()
  const { reached, asking, missed, alarms, moment, today: day } = useLive()
  const { app, today } = words.value
  const at = reached.value
  const gap = at === null ? null : Math.max(moment.value, now()) - at
  const lost = gap !== null && gap > tooLong
  // It answers all the while, and not all of it is here yet.
  const reading = at === null && !missed.value && (day.value?.soFar ?? null) !== null
  const none = reading ? today.stillReading : app.neverReached
  const said = at === null ? none : lost ? app.notReached(ago(language.value, at, now())) : app.reached(ago(language.value, at, now()))
  return (
    <div class="pulse-place">
      <p class={lost ? "pulse lost" : asking.value ? "pulse asking" : "pulse"} role={lost ? "status" : undefined} title={said}>
        <span class="dot" aria-hidden="true" />
        <span class="said">{said}</span>
      </p>
      {alarms.value.length > 0 && (
        <details class="alarms">
          <summary>{app.alarms(alarms.value.length)}</summary>
          <div class="notice danger">
            <p>{app.alarmsMore}</p>
            <ul class="code">
              {alarms.value.map((alarm) => (
                <li>
                  {alarm.stream} {alarm.error}
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </div>
  )
}
