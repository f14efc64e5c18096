// The desk's entry point: starts the vault's thread, reads the clock, and puts the first page on the screen.
import { workerVault } from "@safe-conduct/client/member"
import { signal } from "@preact/signals"
import { ownWorker } from "@safe-conduct/ui/own-worker.ts"
import { render } from "preact"
import { DeskApp } from "./app/desk-app.tsx"
import { applyTheme, readLanguage } from "./app/preferences.ts"
import { loadWords } from "./app/words.ts"
import { readTrial } from "./trial/notes.ts"
import address from "./vault.worker.ts?worker&url"
import "./desk.css"

const vault = workerVault(ownWorker(address))
const language = signal(readLanguage())
applyTheme()

const root = document.getElementById("desk")
if (!root) throw new Error("the page has no place for the desk")
const [spoken, trial] = await Promise.all([loadWords(language.value), readTrial()])
render(
  <DeskApp
    vault={vault}
    now={() => Date.now()}
    zone={Intl.DateTimeFormat().resolvedOptions().timeZone}
    language={language}
    spoken={signal(spoken)}
    trial={trial}
  />,
  root,
)
