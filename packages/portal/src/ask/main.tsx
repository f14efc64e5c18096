// Entry point of /ask: loads one language, opens the port, and hands the page to the form.
import { chooseLanguage } from "@safe-conduct/words/choose.ts"
import { portalWords } from "@safe-conduct/words/portal/index.ts"
import { render } from "preact"
import { sayWhatBreaks } from "../pages/broken.ts"
import { openPort } from "../port/open.ts"
import { Ask } from "./ask.tsx"
import { createLetter } from "./letter.ts"
import { stepOf } from "./steps.ts"

async function start(place: HTMLElement): Promise<void> {
  const language = chooseLanguage(null, document.documentElement.lang)
  const opening = openPort({ server: location.origin, now: () => Date.now(), indexedDB: safeIndexedDB() })
  const words = await portalWords(language)
  sayWhatBreaks(place, words.failed)
  try {
    const port = await opening
    const letter = createLetter({
      port,
      language,
      now: () => Date.now(),
      show: (step, how) => {
        const address = `${location.pathname}${location.search}#${step}`
        if (how === "push" && location.hash !== `#${step}`) history.pushState(null, "", address)
        else history.replaceState(null, "", address)
        scrollTo({ top: 0 })
      },
    })
    await letter.begin(stepOf(location.hash))
    addEventListener("popstate", () => {
      const to = stepOf(location.hash)
      // Nothing behind a sending or a receipt can be gone back to.
      if (to && !["send", "receipt"].includes(letter.step.value)) letter.go(to, "replace")
      else letter.go(letter.step.value, "replace")
    })
    addEventListener("visibilitychange", () => document.visibilityState === "hidden" && void letter.keep())
    place.replaceChildren()
    render(<Ask letter={letter} words={words} />, place)
    void port.connect().then((desk) => desk.ok && (letter.trial.value = desk.value.trial))
  } catch (error) {
    place.replaceChildren()
    throw error
  }
}

/** Some browsers throw at the mere mention. */
function safeIndexedDB(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB
  } catch {
    return undefined
  }
}

const place = document.getElementById("app")
if (place) void start(place)
