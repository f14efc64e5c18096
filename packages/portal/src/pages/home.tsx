// The first page: whom it is for, three doors, three fears, and what we cannot do before what we hope.
import type { Language } from "@safe-conduct/ui/language-switch.tsx"
import type { InstrumentState, PageWords, Section } from "@safe-conduct/words/portal/pages.ts"
import { pathOf } from "./paths.ts"

export interface HomeProps {
  readonly words: PageWords
  readonly language: Language
  readonly instrument: InstrumentState
}

export function Home({ words, language, instrument }: HomeProps) {
  const { home } = words
  return (
    <>
      <div class="notice said" id="said" data-by={home.saidBy} aria-live="polite" hidden />
      <section class="opening stack">
        <h1>{home.question}</h1>
        <p class="lead">{home.lead}</p>
        <ul class="doors">
          <Door href={pathOf("ask", language, "#now")} name={home.now} more={home.nowMore} look="danger" />
          <Door href={pathOf("ask", language)} name={home.ask} more={home.askMore} look="main" />
          <Door href={pathOf("mailbox", language)} name={home.code} more={home.codeMore} />
        </ul>
        <p class="duty" id="duty" data-until={home.dutyUntil} data-from={home.dutyFrom} data-nobody={home.dutyNobody} aria-live="polite">
          {home.duty}
        </p>
      </section>
      <section class="fears">
        {home.fears.map((fear) => (
          <Part {...fear} />
        ))}
      </section>
      <section class="plain-words">
        <Part {...home.what} />
        <Part title={home.cannot.title} text={[home.canada[instrument], ...home.cannot.text]} />
        <Part {...home.scams} />
        <Part {...home.address} />
        <p>
          <a href={pathOf("safety", language)}>{home.safety}</a>
        </p>
      </section>
    </>
  )
}

function Door({
  href,
  name,
  more,
  look,
}: {
  readonly href: string
  readonly name: string
  readonly more: string
  readonly look?: "danger" | "main"
}) {
  return (
    <li>
      <a class={look ? `door ${look}` : "door"} href={href}>
        <span class="name">{name}</span> <span class="more">{more}</span>
      </a>
    </li>
  )
}

export function Part({ title, text }: Section) {
  return (
    <section class="part">
      <h2>{title}</h2>
      {text.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </section>
  )
}
