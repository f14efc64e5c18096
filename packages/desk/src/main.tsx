// The desk's entry point: starts the vault's thread, reads the clock, and puts the first page on the screen.
import { vaultThread } from "@safe-conduct/client/member"
import { signal } from "@preact/signals"
import { ownWorker } from "@safe-conduct/ui/own-worker.ts"
import { render } from "preact"
import { DeskApp } from "./app/desk-app.tsx"
import { behind, openDoor } from "./app/local-door.ts"
import { applyTheme, readLanguage } from "./app/preferences.ts"
import { TroubleNotice, watchTrouble } from "./app/trouble.tsx"
import { loadWords } from "./app/words.ts"
import { readTrial } from "./trial/notes.ts"
import address from "./vault.worker.ts?worker&url"
import "./desk.css"

const language = signal(readLanguage())
applyTheme()

const root = document.getElementById("desk")
if (!root) throw new Error("the page has no place for the desk")
const door = await openDoor()
const [loaded, trial] = await Promise.all([loadWords(language.value), door === null ? readTrial() : null])
const spoken = signal(loaded)
// What stood there said that the desk was on its way.
root.replaceChildren()
if (door === "closed") render(<TroubleNotice trouble={signal("doorClosed" as const)} spoken={spoken} />, root)
else {
  const { trouble, watch } = watchTrouble()
  const { vault, end } = vaultThread(() => watch(ownWorker(address + behind(door))))
  render(
    <>
      <TroubleNotice trouble={trouble} spoken={spoken} />
      <DeskApp
        vault={vault}
        endVault={end}
        now={() => Date.now()}
        zone={Intl.DateTimeFormat().resolvedOptions().timeZone}
        language={language}
        spoken={spoken}
        trial={trial}
      />
    </>,
    root,
  )
}
