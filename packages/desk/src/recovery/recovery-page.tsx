// Recovery: whether the desk has it, who could use it, and which streams it could not open today. Splitting is the command's affair.
import type { RecoveryView } from "@safe-conduct/client/member"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { RecoveryCoverage } from "./recovery-coverage.tsx"
import "./recovery.css"

export default function RecoveryPage() {
  const { vault, words } = useDesk()
  const { recovery, app } = words.value
  const [held, setHeld] = useState<RecoveryView | null | undefined>(undefined)
  useEffect(() => {
    const read = (): void => void vault.recovery().then(setHeld)
    read()
    return vault.on((change) => change.what === "members" && read())
  }, [vault])
  return (
    <div class="recovery stack-l">
      <header>
        <h1>{recovery.page}</h1>
        <p class="quiet">{recovery.lede}</p>
      </header>
      {held === undefined && <p class="quiet">{app.loading}</p>}
      {held === null && (
        <section class="stack">
          <h2>{recovery.none}</h2>
          <p>{recovery.noneText}</p>
          <h3>{recovery.how}</h3>
          <ol>
            {recovery.steps.map(([what, command]) => (
              <li>
                {what}
                <br />
                <code>{command}</code>
              </li>
            ))}
          </ol>
        </section>
      )}
      {held && (
        <>
          <section class="stack">
            <h2>{recovery.has}</h2>
            <p>{recovery.needs(held.threshold, held.shares)}</p>
            <dl class="facts">
              <div>
                <dt>{recovery.number}</dt>
                <dd>{held.number}</dd>
              </div>
              <div>
                <dt>{recovery.print}</dt>
                <dd class="data print">{held.print}</dd>
              </div>
            </dl>
            <p class="quiet small">{recovery.printMore}</p>
          </section>
          <section class="stack-s">
            <h2>{recovery.trustees}</h2>
            {recovery.trusteesText.map((line) => (
              <p>{line}</p>
            ))}
            <p>
              <code>{recovery.yearly}</code>
            </p>
            <p class="quiet">{recovery.reads}</p>
          </section>
          <RecoveryCoverage />
        </>
      )}
    </div>
  )
}
