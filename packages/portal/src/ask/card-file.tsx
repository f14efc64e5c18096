// The card as a PDF. What draws it, and its type, come only when it is asked for: more than all the rest of the portal together.
import { Button } from "@safe-conduct/ui/button.tsx"
import { sentence } from "@safe-conduct/words/portal/index.ts"
import { useState } from "preact/hooks"
import type { StepProps } from "./page.tsx"

export function saveFile(bytes: Uint8Array, name: string, type: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export function SaveCard({ letter, words }: StepProps) {
  const w = words.words.pdf
  const [state, setState] = useState<"" | "making" | "saved" | "card-failed">("")
  async function save(): Promise<void> {
    setState("making")
    const { cardPdf } = await import("./card-pdf.ts")
    const bytes = await cardPdf({
      language: words.language,
      wordsLanguage: letter.answers.value.language,
      words: letter.words.value,
      address: `${location.host}/mailbox`,
      today: letter.today(),
    })
    saveFile(bytes, w.file, "application/pdf")
    setState("saved")
  }
  return (
    <>
      <Button
        onPress={() => {
          if (state !== "making") save().catch(() => setState("card-failed"))
        }}
      >
        {state === "making" ? w.making : w.save}
      </Button>
      <p class="small said" role="status">
        {state === "saved" && w.note}
        {state === "card-failed" && sentence(words, { error: state })}
      </p>
    </>
  )
}
