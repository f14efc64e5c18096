// Makes a case of a request, or joins it to one: afterwards the case is on the screen.
import type { JoinInto } from "@safe-conduct/client/member"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"

export function useJoin(ask: string): { readonly into: (into?: JoinInto) => Promise<void>; readonly refused: string | null } {
  const { vault, go, toast, refusalText, words } = useDesk()
  const [refused, setRefused] = useState<string | null>(null)
  const [working, setWorking] = useState(false)
  return {
    refused,
    async into(into) {
      if (working) return
      setWorking(true)
      setRefused(null)
      const answer = await vault.joinRequest(ask, into)
      setWorking(false)
      if (!answer.ok) {
        setRefused(refusalText(answer.refusal))
        return
      }
      toast(words.value.tray.joined)
      go(paths.case(answer.value.stream))
    },
  }
}
