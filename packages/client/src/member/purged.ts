// What two members destroyed, as everybody sees it afterwards: told apart from what was lost, dropped from this vault, shown with its receipt.
import { type PurgedStream, type PurgeSeen, purgedHeads, purgesOf } from "@safe-conduct/domain/register"
import { plainDateOf } from "@safe-conduct/domain/time"
import type { Id } from "@safe-conduct/wire"
import { dayAt } from "../day.ts"
import type { Chain } from "../stream/chain.ts"
import type { Core } from "./core.ts"
import { joinedTo } from "./tray.ts"
import type { LogLine, PurgeView } from "./vault-port.ts"

export const today = (core: Core) => plainDateOf(dayAt(core.env.now()))

/** What this stream lost was destroyed on two members' word: they named a head that stands here, at or after the line. */
export function wasPurged(core: Core, chain: Chain, seq: number): boolean {
  const stands = (head: { readonly seq: number; readonly hash: string }): boolean =>
    chain.head.hash === head.hash || chain.lines.some((line) => line.seq === head.seq && line.hash === head.hash)
  return purgedHeads(core.register.folded().state, chain.stream).some((head) => head.seq >= seq && stands(head))
}

/** What was destroyed is dropped from this vault too, wherever it lies opened. */
export function forgetPurged(core: Core): void {
  for (const { proposed, record } of purgesOf(core.register.folded().state)) {
    if (record === null) continue
    for (const { stream, what, seq } of proposed.streams) {
      if (what === "ask") core.mail.forget(stream as Id, seq)
      else if (what === "intake-key") dropOpened(core, stream)
      else if (what !== "answer") core.forget(stream as Id)
    }
  }
}

/** What only this secret opened, and no case keeps, is forgotten with it. */
function dropOpened(core: Core, stream: string): void {
  core.secrets.forget(stream as Id)
  for (const mail of core.mail.all())
    for (const item of mail.entries)
      if (core.secrets.gone(item.entry.epoch) && item.error !== "purged" && joinedTo(core, mail.ask) === null)
        Object.assign(item, { body: null, raw: null, error: "purged" })
}

export const purgeViews = (core: Core): readonly PurgeView[] =>
  purgesOf(core.register.folded().state)
    .map((one) => viewOf(core, one))
    .toReversed()

export function viewOf(core: Core, { proposed, approved, record }: PurgeSeen): PurgeView {
  const count = (what: PurgedStream["what"]): number => proposed.streams.filter((one) => one.what === what).length
  return {
    entry: proposed.made.hash,
    seq: proposed.made.seq,
    why: proposed.why,
    until: proposed.until,
    at: proposed.made.at,
    by: { member: proposed.made.by, name: core.nameOf(proposed.made.by), mine: core.isMe(proposed.made.by) },
    approvedBy:
      approved === null
        ? null
        : { member: approved.made.by, name: core.nameOf(approved.made.by), at: approved.made.at, ...factorOf(core, approved.made.hash) },
    signing: { stream: core.register.stream, saw: core.register.head() },
    cases: count("case"),
    mailboxes: count("ask"),
    unread: proposed.streams.filter((one) => one.unanswered).map((one) => one.stream),
    streams: proposed.streams.map(({ stream, what }) => ({ stream, what })),
    stage: record !== null ? "done" : approved !== null ? "signed" : proposed.until < today(core) ? "run-out" : "proposed",
    receipt:
      record === null
        ? null
        : {
            entries: record.entries,
            envelopes: record.envelopes,
            files: record.files,
            kept: record.kept,
            hour: record.hour,
            backupsUntil: record.backupsUntil,
          },
  }
}

function factorOf(core: Core, hash: string): Pick<LogLine, "factor" | "touchRefused"> {
  const line = core.register.chain.lines.find((one) => one.hash === hash)
  return { factor: line?.factor ?? "key", touchRefused: line?.touchRefused ?? null }
}
