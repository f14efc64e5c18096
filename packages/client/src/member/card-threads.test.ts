// Threads beside the vault say of a signature what the vault itself would; what a thread leaves undone is done in the vault.
import { randomId, sealCard, signingFromSeed } from "@safe-conduct/sealing/seal"
import { kidOf } from "@safe-conduct/sealing/verify"
import { type Card, type Hash, type Id, ZERO_HASH, concat, u32be, utf8 } from "@safe-conduct/wire"
import { beforeAll, expect, test } from "vitest"
import type { Signers } from "./card-check.ts"
import { type CardThread, cardThreads, serveCardCheck } from "./card-threads.ts"
import type { Port } from "./worker.ts"

const desk = randomId()
const [anna, boris] = [signingFromSeed(new Uint8Array(32).fill(1)), signingFromSeed(new Uint8Array(32).fill(2))]
const signers: Signers = new Map([[kidOf(anna.key), anna.key]])
let frames: Uint8Array<ArrayBuffer>
const expected = [1, 0, 0, 0, 1]

beforeAll(async () => {
  const place = { desk, stream: randomId(), version: 1, cardEpoch: 1, own: false, through: { seq: 0, hash: ZERO_HASH } }
  const key = new Uint8Array(32).fill(9)
  const good = (await sealCard(place, anna, key, { v: 1 })) as Card
  const cards: Card[] = [
    good,
    (await sealCard(place, boris, key, { v: 1 })) as Card,
    { ...good, version: 2 },
    { ...((await sealCard({ ...place, desk: randomId() }, anna, key, {})) as Card) },
    (await sealCard({ ...place, stream: randomId() }, anna, key, { v: 2 })) as Card,
  ]
  const rows = cards.map((card) => utf8(JSON.stringify({ card, head: { seq: 0, hash: "1".repeat(64) as Hash } })))
  frames = concat(...rows.flatMap((row) => [u32be(row.length), row]))
})

interface Watched {
  ended: number
  begun: number
}
/** A thread over a channel; `does` may break it. */
const thread =
  (watched: Watched, does: "work" | "fail" = "work") =>
  (): CardThread => {
    watched.begun++
    const { port1, port2 } = new MessageChannel()
    const failing: (() => void)[] = []
    if (does === "work") serveCardCheck(port1 as Port)
    port2.start()
    return {
      postMessage(message: unknown) {
        if (does === "fail") for (const listener of failing) queueMicrotask(listener)
        else port2.postMessage(message)
      },
      addEventListener(type: string, listener: (event: never) => void) {
        if (type === "error") failing.push(listener as () => void)
        else port2.addEventListener("message", listener as never)
      },
      terminate() {
        watched.ended++
        port1.close()
        port2.close()
      },
    } as CardThread
  }
const check = async (threads: ReturnType<typeof cardThreads>, of: Id = desk) => [...(await threads.check(frames, of, signers))]

test("only what a member of this desk signed as it stands holds", async () => {
  const watched = { begun: 0, ended: 0 }
  const threads = cardThreads(2, thread(watched))
  threads.begin()
  expect(await Promise.all([check(threads), check(threads), check(threads)])).toEqual([expected, expected, expected])
  expect(await check(threads, randomId())).toEqual([0, 0, 0, 0, 0])
  threads.end()
  expect(watched).toEqual({ begun: 2, ended: 2 })
})
test("a thread that breaks gives its work back, and the vault does it", async () => {
  const watched = { begun: 0, ended: 0 }
  const threads = cardThreads(1, thread(watched, "fail"))
  threads.begin()
  expect(await check(threads)).toEqual(expected)
  expect(watched.ended).toBe(1)
})
test("where no thread can be begun the vault works alone", async () => {
  const none = cardThreads(1, () => {
    throw new Error("the policy lets none start")
  })
  none.begin()
  expect(await check(none)).toEqual(expected)
  expect(await check(cardThreads(1, thread({ begun: 0, ended: 0 })))).toEqual(expected)
})
test("ending in the middle of a reading loses nothing", async () => {
  const threads = cardThreads(1, thread({ begun: 0, ended: 0 }))
  threads.begin()
  const asked = check(threads)
  threads.end()
  expect(await asked).toEqual(expected)
})
