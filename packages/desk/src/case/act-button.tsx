// The button of an action: it opens its form, or stays and says in words why it cannot be done now.
import type { ActionName } from "@safe-conduct/domain/case"
import type { ComponentChildren } from "preact"
import { useDesk } from "../app/context.tsx"
import { useCase } from "./case-context.ts"
import type { Values } from "./form/spec.ts"

export interface ActButtonProps {
  readonly does: ActionName
  readonly start?: Values
  readonly children?: ComponentChildren
  readonly look?: "main" | "plain"
}

export function ActButton({ does, start, children, look }: ActButtonProps) {
  const { refusalText } = useDesk()
  const { refused, open, words } = useCase()
  const refusal = refused(does)
  const why = refusal === null ? undefined : refusalText(refusal)
  return (
    <button
      type="button"
      class={look ? `button small ${look}` : "button small"}
      aria-disabled={why ? true : undefined}
      data-does={does}
      title={why}
      aria-description={why}
      onClick={() => refusal === null && open(does, start)}
    >
      {children ?? words.labels.actions[does]}
    </button>
  )
}
