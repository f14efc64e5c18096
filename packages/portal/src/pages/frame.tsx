// What stands around every page: the name, kept small, the three languages, and the way to the other pages.
import { LanguageSwitch, type Language } from "@safe-conduct/ui/language-switch.tsx"
import type { PageWords } from "@safe-conduct/words/portal/pages.ts"
import type { ComponentChildren } from "preact"
import { type PageName, listedPages, pathOf } from "./paths.ts"

export interface FrameProps {
  readonly words: PageWords
  readonly language: Language
  readonly page: PageName
  readonly children: ComponentChildren
}

export function Frame({ words, language, page, children }: FrameProps) {
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="top">
        <a class="mark" href={pathOf("index", language)}>
          <span class="name">{words.name}</span> <span class="not">{words.notAPaper}</span>
        </a>
        <LanguageSwitch language={language} label={words.switchLabel} hrefOf={(one) => pathOf(page, one)} />
      </header>
      <main id="main" class={`page ${page}`}>
        {(page === "index" || page === "safety" || page === "self-help") && (
          <p class="notice trial" id="trial" hidden>
            {words.trial}
          </p>
        )}
        {children}
      </main>
      <footer class="bottom">
        <nav aria-label={words.navLabel}>
          <ul>
            {listedPages.map((one) => (
              <li>
                <a href={pathOf(one, language)} aria-current={one === page ? "page" : undefined}>
                  {words.nav[one === "index" ? "home" : one]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </footer>
    </>
  )
}
