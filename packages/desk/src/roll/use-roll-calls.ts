// The lists as they stand, read again whenever the register or a card changed. Null until the first answer.
import type { RollCall } from "@safe-conduct/client/member"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"

export function useRollCalls(): readonly RollCall[] | null {
  const { vault } = useDesk()
  const [calls, setCalls] = useState<readonly RollCall[] | null>(null)
  useEffect(() => {
    let here = true
    const read = (): void => void vault.rollCalls().then((all) => here && setCalls(all))
    read()
    const forget = vault.on(({ what }) => (what === "register" || what === "cards") && read())
    return () => {
      here = false
      forget()
    }
  }, [vault])
  return calls
}
