// What is half written on the screen, by where it stands. Nothing of it leaves the page but as one bundle that the vault seals when
// the screen locks; the fields find it again when their page is back.
import { useEffect, useState } from "preact/hooks"

const fields = new Map<string, unknown>()

export const held = {
  /** Everything, taken out: the page that showed it goes. */
  take(): Readonly<Record<string, unknown>> {
    const all = Object.fromEntries(fields)
    fields.clear()
    return all
  },
  give(all: unknown): void {
    if (typeof all !== "object" || all === null) return
    for (const [name, value] of Object.entries(all)) fields.set(name, value)
  },
  forget: (): void => fields.clear(),
}

/** As `useState`; what differs from the start is held while it stands on the screen. `name` says where it stands. */
export function useHeld<T>(name: string, start: T | (() => T)): [T, (next: T | ((now: T) => T)) => void] {
  const [value, setValue] = useState<T>(() => (fields.has(name) ? (fields.get(name) as T) : start instanceof Function ? start() : start))
  const set = (next: T | ((now: T) => T)): void =>
    setValue((now) => {
      const then = next instanceof Function ? next(now) : next
      if (then === "" || then === null || then === undefined) fields.delete(name)
      else fields.set(name, then)
      return then
    })
  useEffect(() => () => void fields.delete(name), [name])
  return [value, set]
}
