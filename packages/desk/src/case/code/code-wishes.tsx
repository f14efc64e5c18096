// What codes asked in this case and nobody has confirmed: each stands there until somebody known before says the same, or it is put
// aside with a reason. The key k opens the first.
import { type CodeWish, openCodeWishes, pathsOf } from "@safe-conduct/domain/case"
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import { useState } from "preact/hooks"
import { useCase } from "../case-context.ts"
import { SettleWish } from "./settle-wish.tsx"

export function CodeWishes() {
  const { view, code } = useCase()
  const [settling, setSettling] = useState<CodeWish | null>(null)
  const open = openCodeWishes(view.state)
  if (open.length === 0) return null
  return (
    <section class="card waiting" aria-label={code.title}>
      <p class="mark">{code.title}</p>
      <p class="small">{code.lede}</p>
      <ul class="plain-list">
        {open.map((row, n) => (
          <li key={`${row.ask}/${row.seq}`}>
            <Wish row={row} />
            <button type="button" class="button small" id={n === 0 ? "first-code-wish" : undefined} onClick={() => setSettling(row)}>
              {code.settle}
            </button>
          </li>
        ))}
      </ul>
      <Dialog open={settling !== null} title={code.title} onClose={() => setSettling(null)}>
        {settling !== null && (
          <>
            <Wish row={settling} />
            <SettleWish wish={settling} paths={pathsOf(view.state, settling.ask, settling.made.seq)} onDone={() => setSettling(null)} />
          </>
        )}
      </Dialog>
    </section>
  )
}

/** Who asked for what, in her own words where she gave any. */
function Wish({ row: { ask, wish } }: { readonly row: CodeWish }) {
  const { view, words, code, personName } = useCase()
  const request = view.state.requests.find((one) => one.ask === ask)
  const person = "person" in wish ? request?.people.find((one) => one.index === wish.person)?.person : undefined
  const { askers } = words
  const said = [
    request?.asker.name,
    code.wishes[wish.kind],
    person && personName(person),
    "text" in wish && wish.text,
    ...(wish.kind === "change-contact"
      ? (["how", "when", "neverSay"] as const).map((key) => wish.contact[key] && `${askers[key]}: ${wish.contact[key]}`)
      : []),
  ]
  return <span>{said.filter(Boolean).join(" · ")}</span>
}
