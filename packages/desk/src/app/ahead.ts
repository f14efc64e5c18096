// Once every row has come, and while the page has nothing better to do, what its reader will want next is made ready: the words that a key
// in the list looks through, then the pages that rows lead to. Whoever is quicker waits as long as it takes.
import { useEffect } from "preact/hooks"
import { loadCaseWords } from "../case/use-case-words.ts"
import { readAhead } from "../list/haystack.ts"
import { useDesk } from "./context.tsx"
import { useLive } from "./live.ts"
import { rowPages } from "./routes.tsx"
import { whenIdle } from "./when-idle.ts"

export function useAhead(): void {
  const { language } = useDesk()
  const { list } = useLive()
  const rows = list.value
  const come = rows !== null
  useEffect(() => (rows === null ? undefined : readAhead(rows)), [rows])
  useEffect(() => {
    if (!come) return
    const loads: readonly (() => Promise<unknown>)[] = [rowPages.case, () => loadCaseWords(language.value), rowPages.list, rowPages.tray]
    let cancel = (): void => {}
    // One at a time: to ask for a page's code takes a moment of its own.
    const next = (n: number): void => {
      const load = loads[n]
      if (load === undefined) return
      cancel = whenIdle(() => {
        load().catch(() => {
          // It is asked for again by whoever goes there.
        })
        next(n + 1)
      })
    }
    next(0)
    return () => cancel()
  }, [come, language.value])
}
