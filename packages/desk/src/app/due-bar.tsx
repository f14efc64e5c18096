// Over every page: a moment has come at which somebody must look. It rings where the page may sound, and stands here always.
import type { MomentLine } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { useState } from "preact/hooks"
import { calledIn } from "../person/called-in.ts"
import { maySound, ring } from "./bell.ts"
import { useDesk } from "./context.tsx"
import { useLive } from "./live.ts"
import { paths } from "./paths.ts"
import { whenText } from "./when.ts"

const shown = 4

export function DueBar() {
  const { words } = useDesk()
  const { due, looking } = useLive()
  const { alarm, toDo } = words.value.shift
  const lines = due.value
  if (lines.length === 0) return null
  return (
    <section class="due-bar notice danger" role="alert" aria-label={alarm.title}>
      <div>
        <p>
          <strong>{alarm.title}</strong>
        </p>
        <ul>
          {lines.slice(0, shown).map((line) => (
            <Line key={`${line.stream}/${line.at}/${line.why}`} line={line} />
          ))}
          {lines.length > shown && <li>{toDo.more(lines.length - shown)}</li>}
        </ul>
      </div>
      <p class="buttons">
        <Silent />
        <Button look="danger" onPress={looking}>
          {alarm.seen}
        </Button>
      </p>
    </section>
  )
}

function Line({ line }: { readonly line: MomentLine }) {
  const { words, language, zone } = useDesk()
  return (
    <li>
      <a href={paths.case(line.stream)}>{calledIn(language.value, line)}</a> · {words.value.shift.alarm.why[line.why]} ·{" "}
      {whenText(language.value, new Date(line.at).toISOString(), zone)}
    </li>
  )
}

/** A page on which nobody has clicked yet: this click is the one that allows the sound, and proves it. */
function Silent() {
  const { words } = useDesk()
  const { alarm } = words.value.shift
  const [silent, setSilent] = useState(() => !maySound())
  if (!silent) return null
  return (
    <>
      <span class="small">{alarm.soundOff}</span>{" "}
      <Button
        onPress={() => {
          setSilent(false)
          ring()
        }}
      >
        {alarm.soundOn}
      </Button>
    </>
  )
}
