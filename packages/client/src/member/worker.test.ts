// The vault behind a port: plain data over, file parts asked for one by one, a bug told as a bug.
import { digest } from "@safe-conduct/sealing/verify"
import { expect, test } from "vitest"
import type { FileSource } from "../file/source.ts"
import { no, ok } from "../result.ts"
import type { CaseRow, Change, Today, Vault } from "./vault-port.ts"
import { type Port, serveVault, workerVault } from "./worker.ts"

/** A vault that answers what the test says; only the calls that are used exist. */
const pair = (vault: Partial<Vault>) => {
  const { port1, port2 } = new MessageChannel()
  serveVault(port1 as Port, { on: () => () => undefined, ...vault } as Vault)
  const close = () => {
    port1.close()
    port2.close()
  }
  return { page: workerVault(port2 as Port), close }
}

test("a call and its answer cross as plain data", async () => {
  const { page, close } = pair({ triage: async (ask, did, why) => (did === "junk" ? ok(null) : no("refused", `${ask} ${why}`)) })
  expect(await page.triage("a", "junk", "x")).toEqual(ok(null))
  expect(await page.triage("a", "referred", "x")).toEqual(no("refused", "a x"))
  close()
})

test("a file is read through the port, part by part, and its bytes come back whole", async () => {
  const reads: [number, number][] = []
  const source: FileSource = {
    name: "scan.pdf",
    type: "application/pdf",
    size: 10,
    read: async (from, to) => {
      reads.push([from, to])
      return new Uint8Array(to - from).fill(from)
    },
  }
  let got: Uint8Array[] = []
  const { page, close } = pair({
    attach: async (_stream, file) => {
      got = [await file.read(0, 4), await file.read(4, 10)]
      return no(file.name, file.type)
    },
    recordSent: async (_proposal, { scan }) => no((await scan?.read(0, 2))?.join() ?? "none"),
    readFile: async () => ok(new Uint8Array([9, 8, 7])),
  })
  expect(await page.attach("s", source, {})).toEqual(no("scan.pdf", "application/pdf"))
  expect(got.map((bytes) => [...bytes])).toEqual([
    [0, 0, 0, 0],
    [4, 4, 4, 4, 4, 4],
  ])
  expect(reads).toEqual([
    [0, 4],
    [4, 10],
  ])
  expect(await page.recordSent("p", { number: "1", on: "2026-11-22", scan: source })).toEqual(no("0,0"))
  expect(await page.readFile({} as never)).toEqual(ok(new Uint8Array([9, 8, 7])))
  close()
})

test("a paper is hashed on the other side, and the page keeps its bytes", async () => {
  const { page, close } = pair({ digest })
  const bytes = new TextEncoder().encode("abc")
  expect(await page.digest(bytes)).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  expect(bytes.length).toBe(3)
  close()
})

test("a file that has gone is an error in the vault, not a silence", async () => {
  const gone: FileSource = { name: "x", type: "", size: 1, read: () => Promise.reject(new Error("gone")) }
  const { page, close } = pair({
    attach: async (_stream, file) =>
      file.read(0, 1).then(
        () => no("read"),
        () => no("file-unreadable"),
      ),
  })
  expect(await page.attach("s", gone, {})).toEqual(no("file-unreadable"))
  close()
})

test("changes arrive, a bug is thrown on the page, an unknown call is refused", async () => {
  let tell: (change: Change) => void = () => undefined
  const { page, close } = pair({
    on: (listener) => {
      tell = listener
      return () => undefined
    },
    who: () => Promise.reject(new TypeError("broken")),
  })
  const heard = new Promise<Change>((done) => page.on(done))
  tell({ what: "tray" })
  expect(await heard).toEqual({ what: "tray" })
  await expect(page.who()).rejects.toThrow("TypeError: broken")
  expect(await page.refresh()).toEqual(no("unknown-call"))
  close()
})

test("of Today a row that did not change crosses once, and stays the same object in whichever part it stands", async () => {
  const row = (stream: string, hoursLeft: number) => ({ stream, hoursLeft }) as unknown as CaseRow
  const [a, b, c] = [row("a", 1), row("b", 2), row("c", 3)]
  const days = [
    { at: 1, emergencies: [a, b], newSince: [b, c], requests: [{ ask: "x" }] },
    { at: 2, emergencies: [row("c", 2), a], newSince: [b] },
    { at: 3, emergencies: [], newSince: [] },
  ] as unknown as Today[]
  let n = 0
  const { page, close } = pair({ today: async () => days[n++] as Today })
  const first = await page.today()
  const second = await page.today()
  expect([first, second, await page.today()]).toEqual(days)
  expect(first.emergencies[1]).toBe(first.newSince[0])
  expect(second.emergencies[1]).toBe(first.emergencies[0])
  expect(second.newSince[0]).toBe(first.newSince[0])
  expect(second.emergencies[0]).not.toBe(first.newSince[1])
  close()
})
