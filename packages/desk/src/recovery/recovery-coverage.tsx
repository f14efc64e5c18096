// Looks through every stream that this member reads for the recovery reader, names what lacks it, and puts it in.
import type { RecoveryCheck, Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { Progress } from "@safe-conduct/ui/progress.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"

const shown = 50

export function RecoveryCoverage() {
  const { vault, words, toast, refusalText } = useDesk()
  const { recovery, app } = words.value
  const [found, setFound] = useState<RecoveryCheck | null>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const look = async (mend: boolean): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      const answer = await vault.checkRecovery(mend)
      setRefused(answer.ok ? null : answer.refusal)
      if (!answer.ok) return
      setFound(answer.value)
      if (mend && answer.value.gaps.length === 0) toast(recovery.mended)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section class="stack" aria-labelledby="recovery-covers">
      <h2 id="recovery-covers">{recovery.covers}</h2>
      <p class="quiet">{recovery.coversText}</p>
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      {busy && <Progress label={recovery.checking} done={undefined} />}
      <div class="row">
        <Button id="check-recovery" refused={busy ? recovery.checking : null} onPress={() => void look(false)}>
          {recovery.check}
        </Button>
      </div>
      {found !== null && (
        <Notice role="status">
          <p>{found.gaps.length === 0 ? recovery.whole(found.read) : recovery.gaps(found.gaps.length)}</p>
          {found.unread > 0 && <p class="small">{recovery.unread(found.unread)}</p>}
        </Notice>
      )}
      {found !== null && found.gaps.length > 0 && (
        <>
          <ul class="gaps">
            {found.gaps.slice(0, shown).map(({ what, name, stream }) => (
              <li key={stream}>
                {recovery.gapNames[what]}{" "}
                {what === "case" && (
                  <a data-row href={paths.case(stream)}>
                    {name}
                  </a>
                )}
                {what === "proposal" && (
                  <a data-row href={paths.proposal(stream)}>
                    {name}
                  </a>
                )}
              </li>
            ))}
          </ul>
          <p class="quiet small">{recovery.mendMore}</p>
          <Button look="main" id="mend-recovery" refused={busy ? recovery.checking : null} onPress={() => void look(true)}>
            {recovery.mend}
          </Button>
        </>
      )}
    </section>
  )
}
