// Who acts goes first: work in the background waits until nobody waits for an answer.

export interface Calls {
  during<T>(act: () => Promise<T>): Promise<T>
  /** Resolves once no call is under way. */
  idle(): Promise<void>
}

export function newCalls(): Calls {
  let under = 0
  let waiting: (() => void)[] = []
  return {
    async during(act) {
      under++
      try {
        return await act()
      } finally {
        under--
        if (under === 0) {
          for (const go of waiting) go()
          waiting = []
        }
      }
    },
    idle: () => (under === 0 ? Promise.resolve() : new Promise((go) => void waiting.push(go))),
  }
}
