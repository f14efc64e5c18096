// Something the reader must know now. A refusal says what happened, what to do, and its code in small for whoever helps them.
import type { ComponentChildren } from "preact"

export interface NoticeProps {
  readonly children: ComponentChildren
  readonly title?: string
  readonly look?: "danger"
  /** "alert" interrupts a screen reader, "status" waits. */
  readonly role?: "alert" | "status"
}

export function Notice({ children, title, look, role }: NoticeProps) {
  return (
    <div class={look ? `notice ${look}` : "notice"} role={role}>
      {title && <p class="mark">{title}</p>}
      {children}
    </div>
  )
}

export function RefusalNotice({
  title,
  sentence,
  code,
  children,
}: {
  readonly title: string
  readonly sentence: string
  readonly code: string
  readonly children?: ComponentChildren
}) {
  return (
    <Notice title={title} look="danger" role="alert">
      <p>{sentence}</p>
      {children}
      <p class="code">{code}</p>
    </Notice>
  )
}
