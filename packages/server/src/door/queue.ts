// Under load the server lets requests wait, in order, and refuses none: whoever asks for help cannot be told to come back later.

export interface Queue {
  run<T>(work: () => Promise<T>): Promise<T>
}

/** At most `width` pieces of work at once. */
export function createQueue(width: number): Queue {
  let busy = 0
  const waiting: (() => void)[] = []
  return {
    async run(work) {
      if (busy >= width) await new Promise<void>((go) => waiting.push(go))
      else busy++
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else busy--
      }
    },
  }
}
