// A key of the desk that must be changed: somebody who left knows it, or its certificate ends. Silent as a rule.
import type { KeyLine } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"
import { useLive } from "../app/live.ts"
import { paths } from "../app/paths.ts"
import { dueText } from "./due-text.ts"

export function KeysDue({ keys, link }: { readonly keys: readonly KeyLine[]; readonly link?: boolean }) {
  const { words, language } = useDesk()
  if (keys.length === 0) return null
  const lines = keys.map((line) => <span key={line.what}>{dueText(words.value, language.value, line)} </span>)
  return <p class="notice keys-due">{link ? <a href={paths.members}>{lines}</a> : lines}</p>
}

/** The same on the members' page, where they are changed. */
export function KeysDueHere() {
  return <KeysDue keys={useLive().today.value?.keys ?? []} />
}
