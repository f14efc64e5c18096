// What changed in the directory since the person was last here: keys and members, before anything else is trusted.
import type { Who } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { useEffect, useRef } from "preact/hooks"
import { useDesk } from "../app/context.tsx"

export function SinceLast({ who, onEnter }: { readonly who: Who; readonly onEnter: () => void }) {
  const { words } = useDesk()
  const { signIn } = words.value
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="stack">
      <h1 tabIndex={-1} ref={heading}>
        {signIn.since}
      </h1>
      <ul>
        {once(who.sinceLast).map((news) => (
          <li>
            {signIn.news[news.what](news.name || signIn.unnamed)}{" "}
            {news.by.length > 0 && <span class="quiet">{signIn.newsBy(news.by.map((name) => name || signIn.unnamed).join(", "))}</span>}
          </li>
        ))}
      </ul>
      <p class="small">
        <span class="quiet">{signIn.root}: </span>
        <span class="data">{who.rootPrint}</span>
      </p>
      <Button look="main" onPress={onEnter}>
        {signIn.goOn}
      </Button>
    </section>
  )
}

/** The same thing done again by the same people is said once. */
const once = (news: Who["sinceLast"]): Who["sinceLast"] => [...new Map(news.map((one) => [JSON.stringify(one), one])).values()]
