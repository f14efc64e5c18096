// Where somebody was moved: the list of places under the field, Enter takes the first, Enter once more records.
import type { LookLine } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import type { TypedFacility } from "../case/form/values.ts"
import { FacilityControl } from "../custody/facility-control.tsx"
import { type Act, movedTo } from "./answer.ts"

export interface MovedFormProps {
  readonly line: LookLine
  readonly onDone: (act: Act) => void
  readonly onLeave: () => void
}

export function MovedForm({ line, onDone, onLeave }: MovedFormProps) {
  const { words, now } = useDesk()
  const { round, app } = words.value
  const [where, setWhere] = useState<TypedFacility>({ text: "" })
  const [wrong, setWrong] = useState(false)
  return (
    <form
      class="stack answer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (where.text.trim() === "") setWrong(true)
        else onDone(movedTo(line, where, now()))
      }}
      onKeyDown={(event) => event.key === "Escape" && onLeave()}
    >
      <FacilityControl
        id="round-where"
        label={round.where}
        hint={round.whereHint}
        error={wrong && where.text.trim() === "" ? round.whereMissing : undefined}
        value={where}
        onInput={setWhere}
        first
      />
      <div class="foot">
        <Button onPress={onLeave}>{app.cancel}</Button>
        <Button submit look="main">
          {round.save}
        </Button>
      </div>
    </form>
  )
}
