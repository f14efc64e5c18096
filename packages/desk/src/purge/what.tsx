// What a purge takes, counted by kind and named where names are left; mailboxes that nobody answered are said by themselves.
import type { PurgeView } from "@safe-conduct/client/member"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"

const order = ["case", "compartment", "proposal", "ask", "intake-key", "words"] as const

export function What({ purge: one, nameOf }: { readonly purge: PurgeView; readonly nameOf?: (stream: string) => string | null }) {
  const { words, language } = useDesk()
  const { purge } = words.value
  const counted = order
    .map((what) => ({ what, count: one.streams.filter((each) => each.what === what).length }))
    .filter(({ count }) => count > 0)
    .map(({ what, count }) => purge.what[what](count))
  const names = nameOf === undefined ? [] : one.streams.flatMap(({ stream, what }) => (what === "answer" ? [] : (nameOf(stream) ?? [])))
  const unread = one.unread.filter((stream) => one.streams.some((each) => each.stream === stream && each.what === "ask"))
  const unseen = one.streams.filter(({ stream, what }) => what === "compartment" && one.unread.includes(stream)).length
  return (
    <>
      <h3>{counted.join(", ")}</h3>
      {names.length > 0 && <p>{[...new Set(names)].join("; ")}</p>}
      {unread.length > 0 && (
        <p class="refused-why">
          {purge.unread(unread.length)}
          {nameOf !== undefined && colon(language.value) + unread.map((stream) => nameOf(stream) ?? purge.unnamed).join("; ")}
        </p>
      )}
      {unseen > 0 && <p class="refused-why">{purge.unseen(unseen)}</p>}
    </>
  )
}
