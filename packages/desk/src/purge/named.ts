// What is destroyed, by the names that members know it by, as long as there are any.
import type { ClosedRow } from "@safe-conduct/client/member"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useLive } from "../app/live.ts"

export interface Named {
  readonly nameOf: (stream: string) => string | null
  readonly closed: readonly ClosedRow[]
}

export function useNamed(): Named {
  const { vault } = useDesk()
  const { list, tray } = useLive()
  const [closed, setClosed] = useState<readonly ClosedRow[]>([])
  useEffect(() => {
    let here = true
    const read = (): void => void vault.closedRequests().then((rows) => here && setClosed(rows))
    read()
    const forget = vault.on((change) => (change.what === "tray" || change.what === "register") && read())
    return () => {
      here = false
      forget()
    }
  }, [vault])
  return {
    closed,
    nameOf: (stream) =>
      list.value?.find((row) => row.stream === stream || row.asks.includes(stream))?.title ??
      closed.find((row) => row.ask === stream)?.names[0] ??
      tray.value?.find((row) => row.ask === stream)?.names[0] ??
      null,
  }
}
