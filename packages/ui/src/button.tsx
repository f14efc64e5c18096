// A button says what it does. A refused one stays reachable and says why, instead of going grey in silence.
import type { ComponentChildren } from "preact"

export interface ButtonProps {
  readonly children: ComponentChildren
  readonly onPress?: (() => void) | undefined
  readonly look?: "main" | "danger" | "plain" | undefined
  readonly submit?: boolean
  /** Why it cannot be pressed now: spoken and shown beside it. */
  readonly refused?: string | null | undefined
  readonly id?: string
  readonly name?: string
}

export function Button({ children, onPress, look, submit, refused, id, name }: ButtonProps) {
  const why = refused ? `${id ?? "button"}-why` : undefined
  return (
    <>
      <button
        type={submit ? "submit" : "button"}
        class={look ? `button ${look}` : "button"}
        id={id}
        aria-label={name}
        aria-disabled={refused ? true : undefined}
        aria-describedby={why}
        onClick={(event) => {
          if (refused) event.preventDefault()
          else onPress?.()
        }}
      >
        {children}
      </button>
      {refused && (
        <span class="quiet small" id={why}>
          {refused}
        </span>
      )}
    </>
  )
}

export function LinkButton({ children, href, look }: Pick<ButtonProps, "children" | "look"> & { readonly href: string }) {
  return (
    <a class={look ? `button ${look}` : "button"} href={href}>
      {children}
    </a>
  )
}
