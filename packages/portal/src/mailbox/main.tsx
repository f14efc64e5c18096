// Entry point of /mailbox: loads one language, opens the port, and asks for thirteen words.
import { Notice } from "@safe-conduct/ui/notice.tsx"
import { chooseLanguage } from "@safe-conduct/words/choose.ts"
import { portalWords } from "@safe-conduct/words/portal/index.ts"
import { render } from "preact"
import { Heading } from "../ask/page.tsx"
import { sayWhatBreaks } from "../pages/broken.ts"
import { openPort } from "../port/open.ts"
import { createBox } from "./box.ts"
import { TakeHere } from "./keep-here.tsx"
import { Letters } from "./letters.tsx"
import { type BoxProps, Repaired, TypeWords } from "./open.tsx"

function Mailbox({ box, words }: BoxProps) {
  const place = box.place.value
  return (
    <div class="stack">
      {box.trial.value && (
        <Notice>
          <p>{words.trial}</p>
        </Notice>
      )}
      {place === "pin" && (
        <div class="stack">
          <Heading>{words.mailbox.title}</Heading>
          <TakeHere
            port={box.port}
            words={words}
            onCode={(code) => void box.take(code, words.language)}
            onWords={(refused) => {
              box.refused.value = refused
              box.place.value = "words"
            }}
          />
        </div>
      )}
      {place === "words" && <TypeWords box={box} words={words} />}
      {place === "opening" && <p role="status">{words.mailbox.opening}</p>}
      {place === "repaired" && <Repaired box={box} words={words} />}
      {place === "open" && <Letters box={box} words={words} code={box.found.value?.code} />}
      {place === "left" && <Heading>{words.mailbox.left}</Heading>}
    </div>
  )
}

async function start(place: HTMLElement): Promise<void> {
  const opening = openPort({ server: location.origin, now: () => Date.now(), indexedDB: undefined })
  const words = await portalWords(chooseLanguage(null, document.documentElement.lang))
  sayWhatBreaks(place, words.failed)
  try {
    const box = createBox(await opening)
    await box.look()
    place.replaceChildren()
    render(<Mailbox box={box} words={words} />, place)
    void box.port.connect().then((desk) => desk.ok && (box.trial.value = desk.value.trial))
  } catch (error) {
    place.replaceChildren()
    throw error
  }
}

const place = document.getElementById("app")
if (place) void start(place)
