// Finding people among opened cards: by any part of a name in either script, by place, by A-number.
import type { Core } from "./core.ts"
import { type Index, type Indexed, folded, indexOf } from "./people-index.ts"
import { rowsOf } from "./rows.ts"
import type { SearchHit } from "./vault-port.ts"

const MOST = 50

interface Found {
  readonly one: Indexed
  readonly rank: number
}
const before = (rank: number, one: Indexed, other: Found): boolean => (rank === other.rank ? one.name < other.one.name : rank < other.rank)

/** So many of the first in order. One letter finds everybody, and to sort them all, or to rank who comes too late anyhow, takes longer than to find them. */
function first(found: readonly Indexed[], text: string, most: number): readonly Found[] {
  const best: Found[] = []
  const inner = ` ${text}`
  for (const one of found) {
    const worst = best.length === most ? (best[most - 1] as Found) : null
    const begins = one.text.startsWith(text)
    if (!begins && worst?.rank === 0) continue
    const rank = begins ? 0 : worst?.rank === 1 && one.name >= worst.one.name ? 2 : one.text.includes(inner) ? 1 : 2
    if (worst !== null && !before(rank, one, worst)) continue
    let at = best.length
    while (at > 0 && before(rank, one, best[at - 1] as Found)) at--
    best.splice(at, 0, { one, rank })
    if (best.length > most) best.pop()
  }
  return best
}

/** Who holds every word. Whoever held the words before can only become fewer as they grow. */
function withWords(index: Index, words: readonly string[]): readonly Indexed[] {
  const { last } = index
  const narrower = last?.words.every((word) => words.some((now) => now.includes(word))) === true
  const left = (narrower ? (last?.left ?? []) : index.people).filter((one) => words.every((word) => one.text.includes(word)))
  index.last = { words, left }
  return left
}

export function searchCards(core: Core, typed: string, most = MOST): readonly SearchHit[] {
  const text = folded(typed)
  const digits = typed.replace(/[^0-9]/g, "").replace(/^0+/, "")
  if (text === "") return []
  const words = text.split(" ").filter((word) => !/^a?[\d -]+$/.test(word))
  const index = indexOf(core)
  const found =
    words.length > 0 ? withWords(index, words) : digits.length >= 3 ? index.people.filter((one) => one.digits.includes(digits)) : []
  return first(found, text, most).map(({ one }) => {
    const held = core.cards.get(one.stream)
    return {
      stream: one.stream,
      person: one.person,
      name: one.name,
      latin: one.latin,
      aNumber: one.aNumber,
      urgency: (held === undefined ? undefined : rowsOf(core, [held])[0]?.urgency) ?? "N",
    }
  })
}
