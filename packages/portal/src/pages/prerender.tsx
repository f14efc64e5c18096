// Every page in every language as HTML, made once when the product is built.
import type { SelfHelp } from "@safe-conduct/domain/request"
import { languages, type Language } from "@safe-conduct/ui/language-switch.tsx"
import { pages as en } from "@safe-conduct/words/portal/en.pages.ts"
import { pages as fr } from "@safe-conduct/words/portal/fr.pages.ts"
import type { InstrumentState, PageWords } from "@safe-conduct/words/portal/pages.ts"
import { pages as ru } from "@safe-conduct/words/portal/ru.pages.ts"
import { renderToString } from "preact-render-to-string"
import { Frame } from "./frame.tsx"
import { Home } from "./home.tsx"
import { type PageName, pageNames } from "./paths.ts"
import { Safety } from "./safety.tsx"
import { Paper } from "./paper.tsx"
import { SelfHelpPage } from "./self-help.tsx"
import { ScriptShell } from "./shell.tsx"
import { Take } from "./take.tsx"

const wordsOf: Record<Language, PageWords> = { en, fr, ru }

export interface Assets {
  readonly style: string
  /** The page's own script, if it has one. */
  readonly script: Partial<Record<PageName, string>>
  /** Fetched at once beside it: what that script will ask for next, by language. */
  readonly preload: (page: PageName, language: Language) => readonly string[]
}

export interface RenderedPage {
  readonly file: string
  readonly html: string
}

/** What the programme gives to the pages. */
export interface Given {
  readonly instrument: InstrumentState
  readonly help: SelfHelp
  /** SHA-256 of its text, as two members sign that they have read it. */
  readonly readAs: string
}

export function renderPages(assets: Assets, given: Given): RenderedPage[] {
  return languages.flatMap((language) =>
    pageNames.map((page) => ({
      file: `${language}/${page}.html`,
      html: `<!doctype html>\n${render(page, language, assets, given)}\n`,
    })),
  )
}

function render(page: PageName, language: Language, assets: Assets, { instrument, help, readAs }: Given): string {
  const words = wordsOf[language]
  const script = assets.script[page]
  const bodies = {
    index: () => <Home words={words} language={language} instrument={instrument} />,
    safety: () => <Safety words={words} language={language} />,
    ask: () => <ScriptShell shell={words.askShell} />,
    mailbox: () => <ScriptShell shell={words.mailboxShell} />,
    folder: () => <ScriptShell shell={words.folderShell} />,
    paper: () => <Paper words={words} />,
    "self-help": () => <SelfHelpPage words={words.selfHelp} language={language} help={help} readAs={readAs} />,
    take: () => <Take words={words.take} />,
  }
  return renderToString(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="format-detection" content="telephone=no" />
        {/* What may lie in a cell names nobody, not even in the line that a browser prints above it. */}
        <title>{page === "self-help" ? words.selfHelp.title : `${titleOf(page, words)} · ${words.name}`}</title>
        <meta name="description" content={words.home.lead} />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assets.style} />
        {script && <script type="module" src={script} />}
        {assets.preload(page, language).map((href) => (
          <link rel="modulepreload" href={href} />
        ))}
      </head>
      <body>
        <Frame words={words} language={language} page={page}>
          {bodies[page]()}
        </Frame>
      </body>
    </html>,
  )
}

function titleOf(page: PageName, words: PageWords): string {
  return {
    index: words.home.title,
    safety: words.safety.title,
    ask: words.askShell.title,
    mailbox: words.mailboxShell.title,
    folder: words.folderShell.title,
    paper: words.paper.title,
    "self-help": words.selfHelp.title,
    take: words.take.title,
  }[page]
}
