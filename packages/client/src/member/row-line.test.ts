// The page has the rows that the vault has, in its order, and only what changed crosses.
import fc from "fast-check"
import { expect, test } from "vitest"
import { rowsAtPage, rowsAtVault } from "./row-line.ts"
import type { CaseRow } from "./vault-port.ts"

const row = (stream: string, hoursLeft: number) => ({ stream, hoursLeft, people: [], wakes: [] }) as unknown as CaseRow

/** The order of what was sent. */
const sent = async (vault: ReturnType<typeof rowsAtVault>, rows: readonly CaseRow[], post: (part: string) => void): Promise<string> => {
  let order = ""
  await vault.send(rows, post, (told) => void (order = told))
  return order
}

test("whatever the list becomes, the page shows it", async () => {
  const lists = fc.array(fc.uniqueArray(fc.tuple(fc.constantFrom(..."abcdefgh"), fc.nat(2)), { selector: ([stream]) => stream }))
  await fc.assert(
    fc.asyncProperty(lists, async (given) => {
      const [vault, page] = [rowsAtVault(), rowsAtPage()]
      const made = new Map<string, CaseRow>()
      for (const list of given) {
        // The same row is the same object, as in the vault.
        const rows = list.map(([stream, hours]) => {
          const name = `${stream}${hours}`
          const one = made.get(name) ?? row(stream, hours)
          made.set(name, one)
          return one
        })
        const order = await sent(vault, rows, page.take)
        expect(page.inOrder(order)).toEqual(rows)
      }
    }),
  )
})

test("a row that did not change does not cross again, and stays the same object", async () => {
  const [vault, page] = [rowsAtVault(), rowsAtPage()]
  const [a, b] = [row("a", 1), row("b", 2)]
  const parts: string[] = []
  const post = (part: string): void => {
    parts.push(part)
    page.take(part)
  }
  const before = page.inOrder(await sent(vault, [a, b], post))
  const after = page.inOrder(await sent(vault, [row("b", 1), a], post))
  expect(after.map(({ hoursLeft }) => hoursLeft)).toEqual([1, 1])
  expect(after[1]).toBe(before[0])
  expect(parts.map((part) => part.includes("a"))).toHaveLength(2)
  expect(parts[1]).not.toContain('"a"')
})

test("two lists under way at once are both whole, whichever rows each has", async () => {
  const [vault, page] = [rowsAtVault(), rowsAtPage()]
  const rows = Array.from({ length: 900 }, (_, n) => row(`s${n}`, n))
  const lists: (readonly CaseRow[])[] = []
  const given = [rows.slice(0, 500), rows.slice(400), rows]
  await Promise.all(given.map((list) => vault.send(list, page.take, (order) => void lists.push(page.inOrder(order)))))
  expect(lists.map((list) => list.map(({ stream }) => stream))).toEqual(given.map((list) => list.map(({ stream }) => stream)))
})

test("after signing out neither side has any, and what was under way shows nothing", async () => {
  const [vault, page] = [rowsAtVault(), rowsAtPage()]
  const rows = Array.from({ length: 600 }, (_, n) => row(`s${n}`, n))
  const under = sent(vault, rows, page.take)
  vault.forget()
  page.forget()
  expect(page.inOrder(await under)).toEqual([])
  expect(page.inOrder(await sent(vault, rows.slice(0, 2), page.take))).toHaveLength(2)
})

test("a row that could not be sent goes with the next", async () => {
  const [vault, page] = [rowsAtVault(), rowsAtPage()]
  const rows = [row("a", 1), row("b", 2)]
  const lost = (): never => {
    throw new Error("the port is shut")
  }
  await expect(sent(vault, rows, lost)).rejects.toThrow("the port is shut")
  expect(page.inOrder(await sent(vault, rows, page.take))).toEqual(rows)
})
