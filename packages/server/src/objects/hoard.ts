// Things that cost something to open, kept open while they are used and a while after; the oldest unused ones are closed first.
import type { Id } from "@safe-conduct/wire"

interface Place<T> {
  readonly opened: Promise<T>
  users: number
  /** No longer in the hoard: closed when its last user is done. */
  gone: boolean
}

export function hoard<T>(size: number, close: (value: T) => Promise<void>) {
  const held = new Map<Id, Place<T>>()
  const end = (place: Place<T>): Promise<void> => place.opened.then(close).catch(() => undefined)
  const letGo = (id: Id, place: Place<T>): Promise<void> => {
    if (held.get(id) === place) held.delete(id)
    place.gone = true
    return place.users === 0 ? end(place) : Promise.resolve()
  }
  return {
    async use<R>(id: Id, open: () => Promise<T>, work: (value: T) => Promise<R>): Promise<R> {
      const place = held.get(id) ?? { opened: open(), users: 0, gone: false }
      held.delete(id)
      held.set(id, place)
      place.users++
      try {
        const value = await place.opened.catch((error: unknown) => {
          if (held.get(id) === place) held.delete(id)
          throw error
        })
        return await work(value)
      } finally {
        place.users--
        if (place.gone && place.users === 0) await end(place)
        for (const [other, at] of held) {
          if (held.size <= size) break
          if (at.users === 0) void letGo(other, at)
        }
      }
    },
    async drop(id: Id): Promise<void> {
      const place = held.get(id)
      if (place) await letGo(id, place)
    },
    /** Closes everything that nobody uses, and the rest when its last user is done. */
    async rest(): Promise<void> {
      for (const [id, place] of held) await letGo(id, place)
    },
  }
}
