// The code as a card to copy by hand or print. The woven line is an ornament, and the only one in the product's pages.
import type { ComponentChildren } from "preact"

export interface CodeCardProps {
  readonly title: string
  readonly over: string
  readonly words: readonly string[]
  readonly lang: string
  /** Path data of the ornament; the caller weaves it, so that this package needs no other. */
  readonly weave?: { readonly rosette: string; readonly band: string }
  readonly children?: ComponentChildren
}

export function CodeCard({ title, over, words, lang, weave, children }: CodeCardProps) {
  return (
    <section class="code-card" aria-label={title}>
      {weave && (
        <svg viewBox="0 0 400 300" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
          <g fill="none" stroke-width="0.5">
            <path d={weave.rosette} stroke="var(--guilloche)" transform="translate(212 22)" />
            <path d={weave.band} stroke="var(--guilloche-2)" />
          </g>
        </svg>
      )}
      <p class="over">{over}</p>
      <h2>{title}</h2>
      <ol class="code-words" lang={lang}>
        {words.map((word) => (
          <li>{word}</li>
        ))}
      </ol>
      {children}
    </section>
  )
}
