// The form on paper: how to lock a letter at home, to whom, and by which fingerprint the recipient is known. Printed by the browser.
import type { PaperRecipient } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { fullDay } from "../app/when.ts"

export function PaperForm() {
  const { words, vault, language } = useDesk()
  const { paper } = words.value
  const [of, setOf] = useState<PaperRecipient | null>(null)
  useEffect(() => {
    const read = (): void => void vault.paperRecipient().then(setOf)
    read()
    return vault.on((change) => {
      if (change.what === "members") read()
    })
  }, [vault])
  if (of === null)
    return (
      <section class="stack-s">
        <h2>{paper.form}</h2>
        <p class="quiet">{paper.none}</p>
      </section>
    )
  return (
    <section class="paper-form stack">
      <h2 class="not-printed">{paper.form}</h2>
      <ol>
        {paper.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p class="lines">{paper.address}</p>
      <p class="data">{of.address}</p>
      <dl class="pairs">
        <div>
          <dt>{paper.fingerprint}</dt>
          <dd class="data print">{of.print}</dd>
        </div>
        <div>
          <dt>{`${paper.recipient} ${of.number}`}</dt>
          <dd>{paper.until(fullDay(language.value, of.until))}</dd>
        </div>
      </dl>
      <p class="data recipient">{of.recipient}</p>
      <div class="not-printed">
        <Button onPress={() => print()}>{paper.print}</Button>
      </div>
    </section>
  )
}
