// What /ask and /mailbox show until their script runs, and for good where scripts are off. Nothing is accepted unlocked.
import type { Shell } from "@safe-conduct/words/portal/pages.ts"

export function ScriptShell({ shell }: { readonly shell: Shell }) {
  return (
    <div id="app">
      <h1>{shell.title}</h1>
      <p class="quiet loading">{shell.loading}</p>
      <p class="notice danger late">{shell.late}</p>
      <noscript>
        <p class="notice danger">{shell.noScript}</p>
      </noscript>
    </div>
  )
}
