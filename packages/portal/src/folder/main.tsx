// Entry point of /folder: for lawyers with many clients. One code opens the list; each client's code can be handed on alone.
import { Button } from "@safe-conduct/ui/button.tsx"
import { Notice } from "@safe-conduct/ui/notice.tsx"
import { chooseLanguage } from "@safe-conduct/words/choose.ts"
import { portalWords } from "@safe-conduct/words/portal/index.ts"
import { render } from "preact"
import { useState } from "preact/hooks"
import { Card } from "../ask/code-words.tsx"
import { Heading } from "../ask/page.tsx"
import { Letters } from "../mailbox/letters.tsx"
import { Repaired, TypeWords } from "../mailbox/open.tsx"
import { sayWhatBreaks } from "../pages/broken.ts"
import { openPort } from "../port/open.ts"
import { createFolder } from "./folder-box.ts"
import { type FolderProps, List } from "./list.tsx"

function Page({ folder, words }: FolderProps) {
  const { box } = folder
  const place = folder.place.value
  const w = words.folder
  return (
    <div class="stack">
      {box.trial.value && (
        <Notice>
          <p>{words.trial}</p>
        </Notice>
      )}
      {place === "words" && box.place.value === "repaired" && <Repaired box={box} words={words} />}
      {place === "words" && box.place.value !== "repaired" && (
        <>
          <TypeWords box={box} words={words} says={{ title: w.title, lead: w.lead, open: w.open }} />
          <NewFolder folder={folder} words={words} />
        </>
      )}
      {(place === "looking" || place === "list") && <List folder={folder} words={words} />}
      {place === "one" && (
        <>
          <p class="quiet">
            {w.place} {(folder.chosen.value?.index ?? 0) + 1}
          </p>
          <Letters box={{ ...box, leave: folder.back }} words={{ ...words, mailbox: { ...words.mailbox, leave: w.back } }} />
        </>
      )}
      {place === "hand" && (
        <>
          <Heading>{`${w.hand}: ${(folder.chosen.value?.index ?? 0) + 1}`}</Heading>
          <p>{w.handText}</p>
          <Card list={folder.handed.value} words={words} lang={words.language} />
          <div class="row walk">
            <Button onPress={() => window.print()}>{words.words.print}</Button>
            <Button look="plain" onPress={() => void folder.back()}>
              {w.back}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function NewFolder({ folder, words }: FolderProps) {
  const [made, setMade] = useState<readonly string[]>([])
  const w = words.folder
  if (made.length === 0)
    return (
      <div>
        <Button
          look="plain"
          onPress={() => void folder.box.port.newCode(words.language).then((code) => code.ok && setMade(code.value.words))}
        >
          {w.make}
        </Button>
      </div>
    )
  return (
    <>
      <p>{w.made}</p>
      <Card list={made} words={words} lang={words.language} />
      <div class="row walk">
        <Button onPress={() => window.print()}>{words.words.print}</Button>
      </div>
    </>
  )
}

async function start(place: HTMLElement): Promise<void> {
  const opening = openPort({ server: location.origin, now: () => Date.now(), indexedDB: undefined })
  const words = await portalWords(chooseLanguage(null, document.documentElement.lang))
  sayWhatBreaks(place, words.failed)
  try {
    const folder = createFolder(await opening)
    place.replaceChildren()
    render(<Page folder={folder} words={words} />, place)
    void folder.box.port.connect().then((desk) => desk.ok && (folder.box.trial.value = desk.value.trial))
  } catch (error) {
    place.replaceChildren()
    throw error
  }
}

const place = document.getElementById("app")
if (place) void start(place)
