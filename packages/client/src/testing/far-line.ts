// A line on which every answer takes long: all are held back until nothing more is asked, then told at once. What is counted is how many
// times somebody waits, not how long: on a bad mobile line each time costs a third of a second and more.
import type { TestDesk } from "./desk.ts"

export interface FarLine {
  readonly fetch: typeof fetch
  /** What was asked before each time that answers came, in order. */
  readonly waits: readonly (readonly string[])[]
}

/** Milliseconds: longer than anything that is done between an answer and what is asked next. */
const QUIET = 400

export function farLine(desk: TestDesk): FarLine {
  const waits: string[][] = []
  let asked: { readonly path: string; readonly go: () => void }[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    const all = asked
    asked = []
    waits.push(all.map(({ path }) => path))
    for (const { go } of all) go()
  }
  const line = async (path: string, init?: RequestInit): Promise<Response> => {
    clearTimeout(timer)
    timer = setTimeout(tell, QUIET)
    await new Promise<void>((go) => {
      asked = [...asked, { path: `${init?.method ?? "GET"} ${path.slice(desk.url.length)}`, go }]
    })
    return desk.fetch(path, init)
  }
  return { fetch: line as typeof fetch, waits }
}
