// A part of the case's page: a heading that can be jumped to, and what may be recorded there beside it.
import type { Section as SectionName } from "@safe-conduct/words/case/index.ts"
import type { ComponentChildren } from "preact"
import { useCase } from "./case-context.ts"

export interface SectionProps {
  readonly name: SectionName
  readonly acts?: ComponentChildren
  readonly children: ComponentChildren
}

export function Section({ name, acts, children }: SectionProps) {
  const { words } = useCase()
  return (
    <section class="case-part" aria-labelledby={`part-${name}`}>
      <header>
        <h2 id={`part-${name}`} tabIndex={-1}>
          {words.sections[name]}
        </h2>
        {acts && <div class="acts">{acts}</div>}
      </header>
      {children}
    </section>
  )
}
