// A member's own ways in: what opens the desk for her, and what to do about each.
import type { OwnKey, Refusal } from "@safe-conduct/client/member"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { AddPasskey } from "./add-passkey.tsx"
import { passkeysHere } from "./authenticator.ts"
import { OwnOpenings } from "./own-openings.tsx"
import { OwnKeyLine } from "./own-key-line.tsx"
import { RenewWords } from "./renew-words.tsx"
import "./keys.css"

export default function KeysPage() {
  const { words, vault, refusalText } = useDesk()
  const { keys, app } = words.value
  const [list, setList] = useState<readonly OwnKey[] | null>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const read = async (): Promise<void> => {
    const answer = await vault.ownKeys()
    if (answer.ok) setList(answer.value)
    else setRefused(answer.refusal)
  }
  useEffect(() => void read(), [vault])
  return (
    <div class="own-keys stack-l">
      <header>
        <h1>{keys.page}</h1>
        <p class="quiet">{keys.lede}</p>
      </header>
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      <ul class="own-key-list">
        {list?.map((own) => (
          <OwnKeyLine key={own.locator} own={own} onRefused={setRefused} onDone={() => void read()} />
        ))}
      </ul>
      <section class="stack-s" aria-labelledby="add-passkey-title">
        <h2 id="add-passkey-title">{keys.add}</h2>
        {passkeysHere() ? <AddPasskey onDone={() => void read()} /> : <p class="quiet">{refusalText({ error: "passkey-unsupported" })}</p>}
      </section>
      <RenewWords onDone={() => void read()} />
      <section class="stack-s">
        <h2>{keys.lostAll}</h2>
        <p class="quiet">{keys.lostAllText}</p>
      </section>
      <OwnOpenings />
    </div>
  )
}
