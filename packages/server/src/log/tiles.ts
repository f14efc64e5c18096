// Hashes of whole subtrees, kept 256 to a tile: tile level t holds those of tree level 8·t. Everything between is hashed again when
// it is asked for, so one row stands for 256 leaves and a proof at any size reads a few of them.
import { type ReadNodes, nodeHash } from "@safe-conduct/sealing/verify"
import type { Node } from "@safe-conduct/wire"
import type { LogStore, TileAt } from "../store/log-store.ts"

export const PER_TILE = 256
const HEIGHT = 8
const HASH = 32

interface Part extends TileAt {
  /** The first hash within the tile, and how many of them the subtree is made of. */
  readonly at: number
  readonly count: number
}

function partOf({ level, index }: Node): Part {
  const tile = Math.floor(level / HEIGHT)
  const count = 2 ** (level % HEIGHT)
  const first = index * count
  return { level: tile, place: Math.floor(first / PER_TILE), at: first % PER_TILE, count }
}

function joinedWhole(hashes: Uint8Array[]): Uint8Array {
  let row = hashes
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, i) => nodeHash(row[2 * i] as Uint8Array, row[2 * i + 1] as Uint8Array))
  return row[0] as Uint8Array
}

/** Reads subtrees through their tiles, each tile once. */
export const tileReader =
  (store: Pick<LogStore, "tiles">): ReadNodes =>
  async (nodes) => {
    const parts = nodes.map(partOf)
    const wanted = new Map(parts.map(({ level, place }) => [`${level} ${place}`, { level, place }]))
    const tiles = await store.tiles([...wanted.values()])
    const held = new Map([...wanted.keys()].map((name, i) => [name, tiles[i] as Uint8Array]))
    return parts.map(({ level, place, at, count }) => {
      const tile = held.get(`${level} ${place}`) as Uint8Array
      if (tile.length < (at + count) * HASH) throw new Error(`tile ${level}/${place} of the log is short`)
      return joinedWhole(Array.from({ length: count }, (_, i) => tile.slice((at + i) * HASH, (at + i + 1) * HASH)))
    })
  }

/** Tiles that grow as subtrees become whole; begins with what is stored of those at the right edge of `size` leaves. */
export async function growingTiles(store: Pick<LogStore, "tiles">, size: number) {
  const edges: (TileAt & { readonly whole: number })[] = []
  for (let level = 0, whole = size; whole > 0; level++, whole = Math.floor(whole / PER_TILE))
    if (whole % PER_TILE > 0) edges.push({ level, place: Math.floor(whole / PER_TILE), whole: whole % PER_TILE })
  const stored = await store.tiles(edges)
  const tiles = new Map<string, TileAt & { hashes: Uint8Array; touched: boolean }>()
  for (const [i, { level, place, whole }] of edges.entries()) {
    // Another process may have gone on meanwhile: its beginning is ours, and the log's row decides which of us writes.
    const hashes = (stored[i] as Uint8Array).slice(0, whole * HASH)
    tiles.set(`${level} ${place}`, { level, place, hashes, touched: false })
  }
  return {
    add(level: number, index: number, hash: Uint8Array): void {
      if (level % HEIGHT !== 0) return
      const [tile, place, at] = [level / HEIGHT, Math.floor(index / PER_TILE), index % PER_TILE]
      const name = `${tile} ${place}`
      const held = tiles.get(name) ?? { level: tile, place, hashes: new Uint8Array(0), touched: false }
      if (held.hashes.length !== at * HASH) throw new Error(`tile ${tile}/${place} of the log does not end at ${at}`)
      const hashes = new Uint8Array(held.hashes.length + HASH)
      hashes.set(held.hashes)
      hashes.set(hash, held.hashes.length)
      tiles.set(name, { ...held, hashes, touched: true })
    },
    touched: () => [...tiles.values()].filter((tile) => tile.touched).map(({ level, place, hashes }) => ({ level, place, hashes })),
  }
}
