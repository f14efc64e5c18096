// A case by keys: c copies the A-number, n goes to the log's box, e records an event, k settles what was asked by code. Silent while someone types or a form is open.
import { useEffect } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { notForThePage } from "../app/keyboard.ts"
import type { OpenCase } from "./case-context.ts"

export function useCaseKeys(open: OpenCase | null): void {
  const desk = useDesk()
  useEffect(() => {
    if (open === null) return
    // After g the next key names a page of the shell, never a deed of the case.
    let going = Number.NEGATIVE_INFINITY
    const onKey = (event: KeyboardEvent): void => {
      const afterG = event.timeStamp - going < 1_200
      if (event.code === "KeyG") going = event.timeStamp
      if (afterG || notForThePage(event)) return
      const number = open.person?.aNumbers[0]
      if (event.code === "KeyC" && number !== undefined)
        void navigator.clipboard.writeText(number).then(() => desk.toast(`${open.words.page.copied}: ${number}`))
      else if (event.code === "KeyN") document.getElementById("log-text")?.focus()
      else if (event.code === "KeyK") document.getElementById("first-code-wish")?.click()
      else if (event.code === "KeyE" && open.refused("record-event") === null) open.open("record-event")
      else return
      event.preventDefault()
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [open])
}
