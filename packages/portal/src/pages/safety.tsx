// What protects and what does not, in plain words, whole without a script.
import type { Language } from "@safe-conduct/ui/language-switch.tsx"
import { LinkButton } from "@safe-conduct/ui/button.tsx"
import { type PageWords, limits } from "@safe-conduct/words/portal/pages.ts"
import { Part } from "./home.tsx"
import { pathOf } from "./paths.ts"

export function Safety({ words, language }: { readonly words: PageWords; readonly language: Language }) {
  const { safety } = words
  return (
    <>
      <h1>{safety.title}</h1>
      <p class="lead">{safety.lead}</p>
      {safety.protects.map((section) => (
        <Part {...section} />
      ))}
      <Part title={safety.limits.title} text={limits.map((limit) => safety.limits.text[limit])} />
      {safety.more.map((section) => (
        <Part {...section} />
      ))}
      <p>
        <LinkButton href={pathOf("ask", language)} look="main">
          {safety.ask}
        </LinkButton>
      </p>
    </>
  )
}
