// The hint to leave another app's browser. It never stands in the way: the form works here too.
import { Button, LinkButton } from "@safe-conduct/ui/button.tsx"
import { Notice } from "@safe-conduct/ui/notice.tsx"
import type { PortalWords } from "@safe-conduct/words/portal/index.ts"
import { useState } from "preact/hooks"
import { chromeLink, isInApp } from "./in-app.ts"

export function InAppNotice({ words }: { readonly words: PortalWords }) {
  const [copied, setCopied] = useState(false)
  if (!isInApp({ userAgent: navigator.userAgent, globals: Object.keys(window) })) return null
  const address = new URL(location.href)
  const chrome = chromeLink(navigator.userAgent, address)
  const w = words.inApp
  return (
    <Notice title={w.title}>
      <p>{w.text}</p>
      <div class="row">
        {chrome && <LinkButton href={chrome}>{w.open}</LinkButton>}
        <Button
          onPress={() => {
            const text = `${address.origin}${address.pathname}${address.search}`
            void Promise.resolve(navigator.clipboard?.writeText(text)).then(
              () => setCopied(true),
              () => window.prompt(w.copy, text),
            )
          }}
        >
          {copied ? w.copied : w.copy}
        </Button>
      </div>
    </Notice>
  )
}
