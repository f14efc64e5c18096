// Seven words in one field, counted as they are typed; hidden by default, because people look over shoulders.
import { Button } from "@safe-conduct/ui/button.tsx"
import { Checkbox } from "@safe-conduct/ui/choice.tsx"
import { Field } from "@safe-conduct/ui/field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"

const countWords = (text: string): number => text.split(/[\s,.-]+/u).filter(Boolean).length

export function WordsForm({
  working,
  onWords,
  titled,
}: {
  readonly working: boolean
  readonly onWords: (text: string) => void
  readonly titled?: boolean
}) {
  const { words } = useDesk()
  const { signIn } = words.value
  const [text, setText] = useState("")
  const [shown, setShown] = useState(false)
  const count = countWords(text)
  return (
    <form
      class="stack words-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (count > 0 && !working) onWords(text)
      }}
    >
      {titled && <h1>{signIn.title}</h1>}
      <p class="quiet">{signIn.lede}</p>
      <Field id="passphrase" label={signIn.passphrase} hint={`${signIn.hint} ${signIn.counted(Math.min(count, 99))}`}>
        <input
          id="passphrase"
          type={shown ? "text" : "password"}
          value={text}
          autocomplete="current-password"
          autocapitalize="none"
          autocorrect="off"
          spellcheck={false}
          aria-describedby="passphrase-hint"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <Checkbox id="show-words" label={signIn.show} checked={shown} onInput={setShown} />
      <Button submit look="main" refused={working ? signIn.working : null} id="sign-in">
        {signIn.go}
      </Button>
    </form>
  )
}
