// New keys for requests and replies: after somebody leaves, and once a month. Two administrators sign where there are two.
import type { Certified, Refusal, Result } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextArea } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { CopyText } from "../app/copy-text.tsx"
import { useDesk } from "../app/context.tsx"

export function RotateKeys() {
  const { words, vault, toast, refusalText } = useDesk()
  const { members, paper, app } = words.value
  const [first, setFirst] = useState("")
  const [pending, setPending] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const finish = (answer: Result<Certified>): void => {
    setRefused(answer.ok ? null : answer.refusal)
    setPending(answer.ok && !answer.value.done ? answer.value.approvals : null)
    if (answer.ok && answer.value.done) {
      setFirst("")
      toast(members.rotated)
    }
  }
  const approvals = first.trim() || undefined
  return (
    <details class="rotate">
      <summary>{members.rotate}</summary>
      <div class="stack">
        <p class="quiet">{members.rotateText}</p>
        {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
        <TextArea id="rotate-approvals" label={members.approvals} hint={members.approvalsHint} rows={2} value={first} onInput={setFirst} />
        <div class="row">
          <Button onPress={() => void vault.rotateIntake(approvals).then(finish)}>{members.rotateIntake}</Button>
          <Button onPress={() => void vault.rotateReply(approvals).then(finish)}>{members.rotateReply}</Button>
          <Button onPress={() => void vault.rotatePaper(approvals).then(finish)}>{paper.rotate}</Button>
        </div>
        {pending !== null && (
          <div class="notice stack-s">
            <p>{members.pending}</p>
            <CopyText text={pending} />
          </div>
        )}
      </div>
    </details>
  )
}
