// One after the other: what reads on from a place and then moves that place must not run twice at once.

export type Turn = <T>(act: () => Promise<T>) => Promise<T>

export function newTurn(): Turn {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    const next = last.then(act)
    last = next.catch(() => undefined)
    return next
  }
}
