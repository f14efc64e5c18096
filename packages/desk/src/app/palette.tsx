// Search from anywhere: a part of a name in either script, or digits of an A-number. Arrows choose, Enter opens.
import type { SearchHit } from "@safe-conduct/client/member"
import { useLayoutEffect, useRef, useState } from "preact/hooks"
import { whenClosed } from "@safe-conduct/ui/dialog.tsx"
import { bothScripts } from "../person/both-scripts.ts"
import { useDesk } from "./context.tsx"
import { LevelMark } from "./level-mark.tsx"
import { paths } from "./paths.ts"

const shown = 12

export function Palette({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { vault, words, language, go } = useDesk()
  const { app } = words.value
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState("")
  const [hits, setHits] = useState<readonly SearchHit[]>([])
  const [at, setAt] = useState(0)
  const asked = useRef(0)

  // Before the next key, which is already meant for the field.
  useLayoutEffect(() => {
    const element = dialog.current
    if (open && element && !element.open) {
      setText("")
      setHits([])
      setAt(0)
      element.showModal()
    }
    if (!open && element?.open) element.close()
  }, [open])

  const type = (next: string): void => {
    setText(next)
    const mine = ++asked.current
    if (next.trim() === "") {
      setHits([])
      return
    }
    // Answers may come back out of order: only the last question's is shown.
    void vault.search(next, shown).then((found) => {
      if (mine !== asked.current) return
      setHits(found)
      setAt(0)
    })
  }
  const choose = (hit: SearchHit | undefined): void => {
    if (!hit) return
    onClose()
    go(paths.case(hit.stream))
  }
  return (
    <dialog ref={dialog} class="palette" aria-label={app.searchAll} onClose={whenClosed(onClose)}>
      <input
        type="search"
        role="combobox"
        aria-label={app.searchAll}
        placeholder={app.searchAll}
        aria-expanded={hits.length > 0}
        aria-controls="palette-hits"
        aria-activedescendant={hits.length > 0 ? `hit-${at}` : undefined}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt(Math.min(at + 1, hits.length - 1))
          else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0))
          else if (event.key === "Enter") choose(hits[at])
          // A search field would keep the first Escape for emptying itself.
          else if (event.key === "Escape") onClose()
          else return
          event.preventDefault()
        }}
      />
      <ul role="listbox" id="palette-hits" aria-label={app.search}>
        {hits.map((hit, place) => {
          const { first, second } = bothScripts({ cyrillic: hit.name, latin: hit.latin }, "", language.value)
          return (
            <li
              role="option"
              id={`hit-${place}`}
              aria-selected={place === at}
              onClick={() => choose(hit)}
              onMouseEnter={() => setAt(place)}
            >
              <LevelMark level={hit.urgency} />
              <span class="name">{first}</span>
              <span class="quiet">{second}</span>
              <span class="data quiet">{hit.aNumber}</span>
            </li>
          )
        })}
      </ul>
      <p class="quiet small foot-line">{text.trim() !== "" && hits.length === 0 ? app.searchEmpty : app.searchHint}</p>
    </dialog>
  )
}
