// When opened cards are put away on the device: a moment after signing in, and now and then while they change. Never in a hurry: whoever
// just signed in waits for her list.
import { pause } from "../pause.ts"
import type { Core } from "./core.ts"
import { lookOf } from "./rows.ts"

const AFTER = 3_000
const BETWEEN = 300_000

const last = new WeakMap<Core, { readonly revision: number; readonly at: number }>()

/** `soon`: whether to wait for whoever just signed in; `open` says whether she still is. */
export async function keepCards(core: Core, soon: boolean, open: () => boolean): Promise<void> {
  const { keep, cards, env } = core
  if (keep === null) return
  const before = last.get(core)
  if (before !== undefined && (before.revision === cards.revision() || env.now() - before.at < BETWEEN)) return
  last.set(core, { revision: cards.revision(), at: env.now() })
  if (soon) await (env.wait ?? pause)(AFTER)
  if (!open()) return
  // With looks that have passed the next sitting would read as many clocks anew, and the one after it more.
  const passed = soon && cards.all().some(({ last }) => last !== undefined && last[1] <= env.now())
  const worth = cards.worthKeeping(passed)
  if (worth === null) return
  await keep.save({ ...worth, cards: worth.cards.map((held) => ({ ...held, last: lookOf(core, held) ?? undefined })) })
}
