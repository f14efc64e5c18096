// A new member's first minute: keys are made on her own device, the words are written on paper, the claim goes to an administrator.
import type { Claim, Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useState } from "preact/hooks"
import { CopyText } from "../app/copy-text.tsx"
import { useDesk } from "../app/context.tsx"
import { SevenWords } from "./seven-words.tsx"

export function NewKeys() {
  const { words, vault, refusalText } = useDesk()
  const { signIn } = words.value
  const [claim, setClaim] = useState<Claim | null>(null)
  const [working, setWorking] = useState(false)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const make = async (): Promise<void> => {
    setWorking(true)
    const answer = await vault.newClaim()
    setWorking(false)
    if (answer.ok) setClaim(answer.value)
    else setRefused(answer.refusal)
  }
  return (
    <details class="new-keys">
      <summary>{signIn.fresh}</summary>
      <div class="stack">
        <p>{signIn.freshText}</p>
        {refused && <RefusalNotice title={signIn.failed} sentence={refusalText(refused)} code={refused.error} />}
        {claim === null ? (
          <Button onPress={() => void make()} refused={working ? signIn.working : null} id="make-keys">
            {signIn.freshGo}
          </Button>
        ) : (
          <>
            <h2>{signIn.freshWords}</h2>
            <SevenWords passphrase={claim.passphrase} />
            <h2>{signIn.freshClaim}</h2>
            <CopyText text={claim.claim} />
            <p>
              {signIn.freshCompare}
              <br />
              <strong class="spoken">{claim.words.join(" ")}</strong>
            </p>
          </>
        )}
      </div>
    </details>
  )
}
