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

export function Dialog({ open, title, onClose, children, foot }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  return (
    <dialog ref={dialog} aria-label={title} onClose={onClose}>
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
