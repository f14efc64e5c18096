// A part of Today: its name, how many, its rows, and words where there is nothing.
import type { ComponentChildren } from "preact"

export interface SectionProps {
  readonly id: string
  readonly title: string
  readonly count?: number
  readonly empty: string
  readonly children: ComponentChildren
  readonly href?: string
}

export function Section({ id, title, count = 0, empty, children, href }: SectionProps) {
  return (
    <section class={`part part-${id}${count === 0 ? " is-empty" : ""}`} aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`}>
        {href ? <a href={href}>{title}</a> : title} {count > 0 && <span class="count">{count}</span>}
      </h2>
      {count === 0 ? <p class="quiet none">{empty}</p> : <ul class="rows">{children}</ul>}
    </section>
  )
}
