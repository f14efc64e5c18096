// Every way to choose some of a few: 10 of 5 by 3. For shares, of which there are at most twenty.

export function* subsetsOf<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) {
    yield []
    return
  }
  for (const [n, first] of all.entries()) for (const rest of subsetsOf(all.slice(n + 1), size - 1)) yield [first, ...rest]
}
