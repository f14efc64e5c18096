// What went back and forth in the mailbox since the request. An answer that nobody of the desk stands behind is said to be so.
import type { MailLine } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"
import { millisOf, whenText } from "../app/when.ts"
import { Files } from "./files.tsx"

export function Mail({ lines }: { readonly lines: readonly MailLine[] }) {
  const { words, language, zone } = useDesk()
  const { tray, code } = words.value
  if (lines.length === 0) return null
  const when = (line: MailLine): string => {
    const at = millisOf(line.hour)
    return at === null ? line.hour : whenText(language.value, new Date(at).toISOString(), zone)
  }
  return (
    <section>
      <h3>{tray.mail}</h3>
      <ol class="mail">
        {lines.map((line) => (
          <li key={`${line.from}/${line.seq}`} class={`from-${line.from}${line.unvouched ? " unvouched" : ""}`}>
            <p class="quiet small">
              {when(line)} {line.by}
            </p>
            {line.unvouched && <p class="alarm-line">{tray.unvouched}</p>}
            {!line.sent && line.from === "desk" && !line.unvouched && <p class="quiet">{tray.notSent}</p>}
            {line.wish !== undefined && line.kind !== "withdraw-consent" && <p class="mark">{code.title}</p>}
            {line.kind in code.wishes && <p>{code.wishes[line.kind as keyof typeof code.wishes]}</p>}
            {line.phrase !== undefined && <p class="said">{code.phrases[line.phrase]}</p>}
            {line.unreadable !== null ? <p class="alarm-line">{tray.unreadable}</p> : <p class="said">{line.text}</p>}
            <Files files={line.files} />
          </li>
        ))}
      </ol>
    </section>
  )
}
