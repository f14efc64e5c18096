// To be done: tasks with whoever does them, waits that are over, and people of whom nobody has heard for too long.
import type { ToDoLine } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { whenText } from "../app/when.ts"
import { Section } from "./section.tsx"

const shown = 6

export function ToDo({ lines }: { readonly lines: readonly ToDoLine[] }) {
  const { words, language, zone } = useDesk()
  const { toDo } = words.value.shift
  const day = (line: ToDoLine): string => (line.at === null ? "" : whenText(language.value, line.at, zone))
  const what = (line: ToDoLine): string => {
    if (line.kind === "unreached") return toDo.unreached(line.days ?? 0)
    return line.kind === "waited" ? toDo.waited(day(line)) : line.text || toDo.task
  }
  // A task is a member's, or waits for counsel of one kind or another.
  const counsel: Readonly<Record<string, string>> = words.value.row.counselFor
  const doer = ({ doerName }: ToDoLine): string => (doerName === null ? toDo.nobody : (counsel[doerName] ?? doerName))
  return (
    <Section id="to-do" title={toDo.title} count={lines.length} empty={toDo.none}>
      {lines.slice(0, shown).map((line, at) => (
        <li
          key={`${line.stream}/${at}`}
          class={`line${line.late && line.kind !== "unreached" ? " is-late" : ""}${line.mine ? " is-mine" : ""}`}
        >
          <a data-row href={`${paths.case(line.stream)}#part-tasks`}>
            <span class="main">
              <strong>{line.name}</strong> <span>{what(line)}</span>
            </span>
            <span class="under">
              {line.kind === "task" && line.at !== null && <em>{line.late ? `${toDo.late}: ${day(line)}` : toDo.due(day(line))} · </em>}
              <span class="quiet">{line.mine ? toDo.mine : doer(line)}</span>
            </span>
          </a>
        </li>
      ))}
      {lines.length > shown && <li class="line more quiet small">{toDo.more(lines.length - shown)}</li>}
    </Section>
  )
}
