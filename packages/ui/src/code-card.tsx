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
        <>
          <svg class="band" viewBox="0 0 600 28" preserveAspectRatio="none" aria-hidden="true">
            <path d={weave.band} fill="none" stroke="var(--guilloche-2)" stroke-width="0.8" vector-effect="non-scaling-stroke" />
          </svg>
          <svg class="rosette" viewBox="0 0 240 240" aria-hidden="true">
            <path d={weave.rosette} fill="none" stroke="var(--guilloche)" stroke-width="0.4" />
          </svg>
        </>
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
