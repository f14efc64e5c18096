// Several small tables in one file: the length of a list, the list `{name: [from, to]}` as JSON, then the tables one after the other.
type Places = Readonly<Record<string, readonly [from: number, to: number]>>

export function packed(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const places: Record<string, readonly [number, number]> = {}
  let at = 0
  for (const [name, bytes] of files) {
    places[name] = [at, at + bytes.length]
    at += bytes.length
  }
  const list = new TextEncoder().encode(JSON.stringify(places))
  const whole = new Uint8Array(4 + list.length + at)
  new DataView(whole.buffer).setUint32(0, list.length)
  whole.set(list, 4)
  for (const [name, bytes] of files) whole.set(bytes, 4 + list.length + (places[name]?.[0] ?? 0))
  return whole
}

/** A copy of one table, or undefined where the pack has none of that name. */
export function unpack(pack: ArrayBuffer, name: string): Uint8Array | undefined {
  const length = new DataView(pack).getUint32(0)
  const places = JSON.parse(new TextDecoder().decode(new Uint8Array(pack, 4, length))) as Places
  const place = Object.hasOwn(places, name) ? places[name] : undefined
  return place === undefined ? undefined : new Uint8Array(pack.slice(4 + length + place[0], 4 + length + place[1]))
}
