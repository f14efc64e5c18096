// The desk by keys: j and k walk the rows, g goes to a page, / searches, ? lists the keys. Silent while someone types.
import { useEffect } from "preact/hooks"
import { paths } from "./paths.ts"

export interface KeyboardGiven {
  readonly go: (path: string) => void
  readonly search: () => void
  readonly help: () => void
}

const pages: Readonly<Record<string, string>> = {
  t: paths.today,
  r: paths.tray,
  c: paths.cases,
  p: paths.proposals,
  l: paths.letters,
  m: paths.members,
  o: paths.round,
  e: paths.map,
  a: paths.roll,
  i: paths.call,
  w: paths.law,
  j: paths.junk,
  d: paths.purge,
}

/** Rows are links or rows marked so; hidden ones are skipped. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")].filter((row) => row.getClientRects().length > 0)
  const at = rows.findIndex((row) => row === document.activeElement)
  const next = rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)]
  next?.focus()
}

/** A tick, a choice and a file take no letters. */
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
      !(target instanceof HTMLInputElement && ["checkbox", "radio", "file"].includes(target.type))))

/** Somebody types, a form is open, or the key is the browser's own: nothing on the page answers to it. */
export const notForThePage = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  typing(event.target) ||
  document.querySelector("dialog[open]") !== null

/** By the place of the key where the layout is not Latin, so that j is j on a Russian keyboard too. */
const letter = (event: KeyboardEvent): string =>
  (/^[a-z?/]$/i.test(event.key) ? event.key : event.code.startsWith("Key") ? event.code.slice(3) : event.key).toLowerCase()

export function useKeyboard({ go, search, help }: KeyboardGiven): void {
  useEffect(() => {
    let going = 0
    const onKey = (event: KeyboardEvent): void => {
      if (notForThePage(event)) return
      const key = letter(event)
      const afterG = going > 0 && event.timeStamp - going < 1_200
      going = 0
      const page = afterG ? pages[key] : undefined
      if (page !== undefined) go(page)
      else if (key === "g") going = event.timeStamp
      else if (key === "j") step(1)
      else if (key === "k") step(-1)
      else if (key === "?" || (event.code === "Slash" && event.shiftKey)) help()
      else if (key === "/" || event.code === "Slash") search()
      else return
      event.preventDefault()
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [go, search, help])
}
