// Which texts say the same in nearly the same words, so that a flood of one letter is looked at once. Each text is held against the first
// of a group and never against the last that joined it: no chain of small changes leads from a flood to somebody's own story.

/** Of all pieces of two texts together, the part that both have. */
const LIKE = 0.6

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll("ё", "е")
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "")

/** Three words in a row; a text of fewer words is one piece. Numbers are left out: a flood counts itself. */
export function piecesOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text)
  if (words.length < 4) return new Set(words.length === 0 ? [] : [words.join(" ")])
  return new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(" ")))
}

interface Group<T> {
  readonly pieces: number
  readonly items: T[]
}

/** Every item once, the largest group first. Whatever has no text is alone. */
export function alikeByText<T>(items: readonly T[], textOf: (item: T) => string): readonly (readonly T[])[] {
  const groups: Group<T>[] = []
  const byPiece = new Map<string, Group<T>[]>()
  for (const item of items) {
    const pieces = piecesOf(textOf(item))
    const common = new Map<Group<T>, number>()
    for (const piece of pieces) for (const group of byPiece.get(piece) ?? []) common.set(group, (common.get(group) ?? 0) + 1)
    let best: Group<T> | undefined
    let most = 0
    for (const [group, shared] of common) {
      const part = shared / (pieces.size + group.pieces - shared)
      if (part >= LIKE && part > most) [best, most] = [group, part]
    }
    if (best !== undefined) best.items.push(item)
    else {
      const group = { pieces: pieces.size, items: [item] }
      groups.push(group)
      for (const piece of pieces) byPiece.set(piece, [...(byPiece.get(piece) ?? []), group])
    }
  }
  return groups.map(({ items: together }) => together).sort((a, b) => b.length - a.length)
}
