// Somebody was removed and still knows the desk's keys: what a second administrator signs, or why nothing can be signed yet.
import type { Removed } from "@safe-conduct/client/member"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { CopyText } from "../app/copy-text.tsx"
import { useDesk } from "../app/context.tsx"

export function AfterRemoval({ removed }: { readonly removed: Removed }) {
  const { words, refusalText } = useDesk()
  const { members } = words.value
  if (removed.keys === "changed") return null
  if (removed.keys === "not-yet")
    return <RefusalNotice title={members.removedNotYet} sentence={refusalText(removed.refusal)} code={removed.refusal.error} />
  return (
    <Notice role="status">
      <p>{members.removedSecond}</p>
      <p class="mark">{members.rotateIntake}</p>
      <CopyText text={removed.intake} />
      <p class="mark">{members.rotateReply}</p>
      <CopyText text={removed.reply} />
    </Notice>
  )
}
