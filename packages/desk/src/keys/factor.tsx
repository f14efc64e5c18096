// By what something was signed, in words beside the signature.
import type { LogLine } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"

export function Factor({ line }: { readonly line: Pick<LogLine, "factor" | "touchRefused"> | undefined }) {
  const { words } = useDesk()
  const { keys } = words.value
  if (line === undefined) return null
  return (
    <span class={line.touchRefused === null ? "factor quiet small" : "factor warn small"}>
      {line.factor === "passkey" ? keys.byPasskey : keys.byKey}
      {line.touchRefused !== null && `; ${keys.badTouch}`}
    </span>
  )
}
