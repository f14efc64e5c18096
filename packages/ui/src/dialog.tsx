// The browser's own modal dialog: it traps focus, closes with Escape and gives focus back.
import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"

export interface DialogProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
  /** The buttons at the foot. */
  readonly foot?: ComponentChildren
}

/** The browser tells of a closing late: whoever opened it anew in between is not shut out by that. */
export const whenClosed =
  (onClose: () => void) =>
  ({ currentTarget }: { readonly currentTarget: HTMLDialogElement }): void => {
    if (!currentTarget.open) onClose()
  }

export function Dialog({ open, title, onClose, children, foot }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  return (
    <dialog ref={dialog} aria-label={title} onClose={whenClosed(onClose)}>
      {open && (
        <div class="stack">
          <h2>{title}</h2>
          {children}
          {foot && <div class="foot">{foot}</div>}
        </div>
      )}
    </dialog>
  )
}
