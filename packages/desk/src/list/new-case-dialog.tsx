// A case made by hand: from a call or a letter. One name is enough; likely same people are named before it is made.
import type { Alike, NewCase } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Checkbox } from "@safe-conduct/ui/choice.tsx"
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"

const blank = { surname: "", given: "", surnameLatin: "", givenLatin: "", born: "", aNumber: "" }
type Typed = typeof blank
type Person = NewCase["people"][number]

function personOf(typed: Typed): Person {
  const names = [
    { script: "cyrillic" as const, surname: typed.surname.trim(), given: typed.given.trim() },
    { script: "latin" as const, surname: typed.surnameLatin.trim(), given: typed.givenLatin.trim() },
  ]
    .filter((name) => name.surname !== "" || name.given !== "")
    .map(({ script, surname, given }) => ({ script, ...(surname && { surname }), ...(given && { given }) }))
  const number = typed.aNumber.replace(/\D/g, "")
  return {
    names,
    relation: "principal",
    ...(typed.born.trim() && { born: typed.born.trim() }),
    ...(number && { aNumbers: [`A${number.padStart(9, "0")}`] }),
  }
}

export function NewCaseDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { words, vault, go, refusalText } = useDesk()
  const { list, tray, app } = words.value
  const [typed, setTyped] = useState(blank)
  const [alike, setAlike] = useState<readonly Omit<Alike, "index">[]>([])
  const [restricted, setRestricted] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const person = personOf(typed)
  useEffect(() => {
    if (!open || (person.names?.length ?? 0) === 0) {
      setAlike([])
      return
    }
    const wait = setTimeout(() => void vault.alike(person).then((found) => setAlike(found.slice(0, 3))), 150)
    return () => clearTimeout(wait)
  }, [typed, open])
  const create = async (): Promise<void> => {
    const answer = await vault.newCase({ people: [person], ...(restricted && { restricted }) })
    if (!answer.ok) {
      setRefused(refusalText(answer.refusal))
      return
    }
    setTyped(blank)
    setRestricted(false)
    onClose()
    go(paths.case(answer.value.stream))
  }
  const field = (key: keyof Typed, label: string, hint?: string) => (
    <TextField id={`new-${key}`} label={label} hint={hint} value={typed[key]} onInput={(text) => setTyped({ ...typed, [key]: text })} />
  )
  return (
    <Dialog
      open={open}
      title={list.newCaseTitle}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button look="main" id="create-case" refused={refused} onPress={() => void create()}>
            {list.create}
          </Button>
        </>
      }
    >
      <p class="quiet">{list.newCaseText}</p>
      <div class="pair">
        {field("surname", list.surname)}
        {field("given", list.given)}
        {field("surnameLatin", list.surnameLatin)}
        {field("givenLatin", list.givenLatin)}
        {field("born", list.born, list.bornHint)}
        {field("aNumber", words.value.row.aNumber)}
      </div>
      <Checkbox id="new-restricted" label={words.value.rosters.restrict} checked={restricted} onInput={setRestricted} />
      {alike.length > 0 && (
        <div class="notice">
          <p class="mark">{tray.alike}</p>
          <ul>
            {alike.map((one) => (
              <li>
                <a href={paths.case(one.stream)} onClick={onClose}>
                  {one.name}
                </a>{" "}
                <span class="quiet">{one.reasons.map((reason) => tray.reasons[reason]).join("; ")}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  )
}
