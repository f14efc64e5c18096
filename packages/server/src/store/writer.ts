// Group commit: jobs that arrive while a transaction is under way go together into the next one, so that one fsync serves many.
// Jobs run in order inside it, each seeing what the ones before it wrote; a job that refuses returns before its first change.
// When one *throws*, the whole is rolled back and each job goes again alone: nobody fails by a neighbour's bug.

export interface Writer<Tx> {
  write<T>(job: (tx: Tx) => Promise<T>): Promise<T>
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>
}

interface Waiting<Tx> {
  readonly job: (tx: Tx) => Promise<unknown>
  readonly resolve: (value: never) => void
  readonly reject: (reason: unknown) => void
}

/** Jobs in one transaction; bounds how long the first of them waits for the last. */
const GROUP = 64
/** How often a transaction that lost against another process (SQLSTATE 40001, 40P01) is tried again. */
const TRIES = 8

/** `transact` runs its argument in one durable transaction: it resolves only when all of it is on the disk. */
export function createWriter<Tx>(
  transact: <T>(jobs: number, run: (tx: Tx) => Promise<T>) => Promise<T>,
  again: (error: unknown) => boolean,
): Writer<Tx> {
  const waiting: Waiting<Tx>[] = []
  let working: Promise<void> | null = null

  const insist = async <T>(jobs: number, run: (tx: Tx) => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      try {
        return await transact(jobs, run)
      } catch (error) {
        if (tries >= TRIES || !again(error)) throw error
      }
    }
  }

  const alone = async (one: Waiting<Tx>): Promise<void> => {
    try {
      one.resolve((await insist(1, one.job)) as never)
    } catch (error) {
      one.reject(error)
    }
  }

  const together = async (group: readonly Waiting<Tx>[]): Promise<void> => {
    const [first] = group
    if (group.length === 1 && first) return alone(first)
    let results: unknown[]
    try {
      results = await insist(group.length, async (tx) => {
        const done: unknown[] = []
        for (const { job } of group) done.push(await job(tx))
        return done
      })
    } catch {
      for (const one of group) await alone(one)
      return
    }
    group.forEach(({ resolve }, i) => resolve(results[i] as never))
  }

  const work = async (): Promise<void> => {
    // One turn of the event loop, so that requests read from the wire together are written together.
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (waiting.length > 0) await together(waiting.splice(0, GROUP))
    working = null
  }

  return {
    write: <T>(job: (tx: Tx) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ job, resolve: resolve as (value: never) => void, reject })
        working ??= work()
      }),
    idle: async () => {
      while (working) await working
    },
  }
}
