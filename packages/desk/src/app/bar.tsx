// The bar: pages with what waits in them, search, the server's pulse, who is signed in. On a phone the pages sit at the thumb.
import type { Page } from "@safe-conduct/words/desk/index.ts"
import { useEffect } from "preact/hooks"
import { useDesk } from "./context.tsx"
import { useLive } from "./live.ts"
import { Pulse } from "./pulse.tsx"
import { paths } from "./paths.ts"
import { Settings } from "./settings.tsx"

const pages: readonly { readonly page: Page; readonly path: string; readonly also?: string }[] = [
  { page: "today", path: paths.today },
  { page: "tray", path: paths.tray },
  { page: "cases", path: paths.cases, also: "/desk/case" },
  { page: "proposals", path: paths.proposals, also: "/desk/proposal" },
  { page: "letters", path: paths.letters },
  { page: "members", path: paths.members },
]

const here = (path: string, at: string, also?: string): boolean =>
  path === at || (at !== paths.today && path.startsWith(`${at}/`)) || (also !== undefined && path.startsWith(`${also}/`))

export function Bar({ path, onSearch, onHelp }: { readonly path: string; readonly onSearch: () => void; readonly onHelp: () => void }) {
  const { words } = useDesk()
  const { tray } = useLive()
  const { app } = words.value
  const waiting = tray.value?.length ?? 0
  // A tab's title may be read over a shoulder: a number and the product, never a name.
  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) ${app.product}` : app.product
  }, [waiting, app])
  return (
    <header class="bar">
      <a class="mark" href={paths.today}>
        <span class="product">{app.product}</span>
      </a>
      <nav class="pages" aria-label={app.desk}>
        {pages.map(({ page, path: at, also }) => (
          <a href={at} class={`to-${page}`} aria-current={here(path, at, also) ? "page" : undefined}>
            {app.pages[page]}
            {page === "tray" && waiting > 0 && <span class="count">{waiting}</span>}
          </a>
        ))}
      </nav>
      <button type="button" class="search-button" onClick={onSearch}>
        <span>{app.search}</span> <kbd>/</kbd>
      </button>
      <Pulse />
      <Settings path={path} onHelp={onHelp} />
    </header>
  )
}
