// What was destroyed, when, by whom, and what of it may be left until when: whole on one sheet of paper.
import type { PurgeView } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"
import { fullDay, hourText } from "../app/when.ts"
import { Factor } from "../keys/factor.tsx"
import { What } from "./what.tsx"

export function Receipt({ purge: one }: { readonly purge: PurgeView }) {
  const { words, language, zone } = useDesk()
  const { purge } = words.value
  const { receipt, approvedBy } = one
  if (receipt === null) return null
  return (
    <article class="card receipt stack-s">
      <What purge={one} />
      <p>{one.why}</p>
      <dl class="facts">
        <div>
          <dt>{purge.destroyedIn(hourText(language.value, receipt.hour, zone))}</dt>
          <dd>
            {[
              purge.entries(receipt.entries),
              purge.envelopes(receipt.envelopes),
              purge.files(receipt.files),
              receipt.kept > 0 && purge.kept(receipt.kept),
            ]
              .filter(Boolean)
              .join(", ")}
          </dd>
        </div>
        {approvedBy !== null && (
          <div>
            <dt>{purge.signedBy(one.by.name, approvedBy.name)}</dt>
            <dd>
              <Factor line={approvedBy} />
            </dd>
          </div>
        )}
      </dl>
      <details class="survives">
        <summary>{purge.survives}</summary>
        <ul>
          {purge.survivesList(fullDay(language.value, receipt.backupsUntil)).map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </details>
    </article>
  )
}
