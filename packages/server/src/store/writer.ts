// Group commit: jobs that arrive while a transaction is under way go together into the next one. Jobs run in order inside it, each
// seeing what the ones before it wrote; a job that refuses returns before its first change. When one *throws*, the whole is rolled
// back and each job goes again alone: nobody fails by a neighbour's bug. A commit that is not yet on the disk (`settle`) holds back
// the answers of its jobs and of readers, and no other work: the next transaction runs while the disk is still writing the last.

export interface Writer<Tx> {
  /** Resolves when the change is on the disk; `passing` ones (sessions: losing them costs a sign-in) when others can see it. */
  write<T>(job: (tx: Tx) => Promise<T>, passing?: "passing"): Promise<T>
  /** Resolves when everything that is visible now is on the disk: before it is shown to anybody as stored. */
  settled(): Promise<void>
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>
}

export interface Engine<Tx> {
  /** Runs its argument in one transaction. `durable` is false when all jobs in it are passing ones. */
  transact<T>(jobs: number, run: (tx: Tx) => Promise<T>, durable: boolean): Promise<T>
  /** Whether a transaction lost against another process and goes again. */
  again(error: unknown): boolean
  /** Puts on the disk what was committed before this call. Left out where `transact` itself does. */
  settle?(): Promise<void>
}

interface Waiting<Tx> {
  readonly job: (tx: Tx) => Promise<unknown>
  readonly durable: boolean
  readonly resolve: (value: never) => void
  readonly reject: (reason: unknown) => void
}

/** Jobs in one transaction; bounds how long the first of them waits for the last. */
const GROUP = 64
/** How often a transaction that lost against another process (SQLSTATE 40001, 40P01) is tried again. */
const TRIES = 8

export function createWriter<Tx>(engine: Engine<Tx>): Writer<Tx> {
  const waiting: Waiting<Tx>[] = []
  let working: Promise<void> | null = null
  const disk = settler(engine.settle)

  const insist = async <T>(jobs: number, run: (tx: Tx) => Promise<T>, durable: boolean): Promise<T> => {
    disk.sound()
    for (let tries = 1; ; tries++) {
      try {
        const done = await engine.transact(jobs, run, durable)
        if (durable) disk.committed()
        return done
      } catch (error) {
        if (tries >= TRIES || !engine.again(error)) throw error
      }
    }
  }

  /** Answers a job once what it promises holds. */
  const answer = ({ durable, resolve, reject }: Waiting<Tx>, result: unknown): void => {
    if (!durable) resolve(result as never)
    else disk.settled().then(() => resolve(result as never), reject)
  }

  const alone = async (one: Waiting<Tx>): Promise<void> => {
    try {
      answer(one, await insist(1, one.job, one.durable))
    } catch (error) {
      one.reject(error)
    }
  }

  const together = async (group: readonly Waiting<Tx>[]): Promise<void> => {
    const [first] = group
    if (group.length === 1 && first) return alone(first)
    let results: unknown[]
    try {
      results = await insist(
        group.length,
        async (tx) => {
          const done: unknown[] = []
          for (const { job } of group) done.push(await job(tx))
          return done
        },
        group.some(({ durable }) => durable),
      )
    } catch {
      for (const one of group) await alone(one)
      return
    }
    group.forEach((one, i) => answer(one, results[i]))
  }

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      // Turns of the event loop, as long as each brings more: requests read from the wire together are written together.
      for (let gathered = 0; gathered < waiting.length && waiting.length < GROUP; ) {
        gathered = waiting.length
        await new Promise<void>((resolve) => setImmediate(resolve))
      }
      await together(waiting.splice(0, GROUP))
    }
    working = null
  }

  return {
    write: <T>(job: (tx: Tx) => Promise<T>, passing?: "passing") =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ job, durable: passing === undefined, resolve: resolve as (value: never) => void, reject })
        working ??= work()
      }),
    settled: disk.settled,
    idle: async () => {
      while (working) await working
      await disk.settled().catch(() => undefined)
    },
  }
}

/** One `settle` serves all who wait for it; who commits while one is under way waits for the next, which begins when that ends. */
function settler(settle: (() => Promise<void>) | undefined) {
  let dirty = false
  let current: Promise<void> | null = null
  let next: Promise<void> | null = null
  let broken: { readonly error: unknown } | null = null

  const begin = (): Promise<void> => {
    dirty = false
    current = (settle as () => Promise<void>)().then(
      () => void (current = null),
      (error: unknown) => {
        // After a failed fsync the system may forget what it could not write, and say yes the next time: nothing is believed any more.
        broken = { error }
        throw error
      },
    )
    return current
  }
  return {
    /** Throws once the disk has failed: until a restart nothing more is written. */
    sound(): void {
      if (broken) throw broken.error
    },
    committed: (): void => void (dirty = settle !== undefined),
    settled(): Promise<void> {
      if (broken) return Promise.reject(broken.error as Error)
      if (next) return next
      if (!dirty) return current ?? Promise.resolve()
      if (!current) return begin()
      next = current.then(() => {
        next = null
        return begin()
      })
      return next
    },
  }
}
