// To be done: tasks with whoever does them, waits that are over, and people of whom nobody has heard for too long.
import type { ToDoLine } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { whenText } from "../app/when.ts"
import { calledIn } from "../person/called-in.ts"

const shown = 4

export function ToDo({ lines }: { readonly lines: readonly ToDoLine[] }) {
  const { words, language, zone } = useDesk()
  const { toDo } = words.value.shift
  const day = (line: ToDoLine): string => (line.at === null ? "" : whenText(language.value, line.at, zone))
  const what = (line: ToDoLine): string => {
    if (line.kind === "unreached") return toDo.unreached(line.days ?? 0)
    if (line.kind === "second-ears") return toDo.secondEars
    return line.kind === "waited" ? toDo.waited(day(line)) : line.text || toDo.task
  }
  // A task is a member's, or waits for counsel of one kind or another.
  const counsel: Readonly<Record<string, string>> = words.value.row.counselFor
  const doer = ({ doerName }: ToDoLine): string => (doerName === null ? toDo.nobody : (counsel[doerName] ?? doerName))
  // Folded where nothing of mine has come due: Today is one screen, and a silence of a week waits for the morning.
  const now = lines.some(({ kind, late, mine }) => late && mine && kind !== "unreached")
  return (
    <section class={`part part-to-do${lines.length === 0 ? " is-empty" : ""}`} aria-labelledby="part-to-do">
      <details open={now}>
        <summary>
          <h2 id="part-to-do">
            {toDo.title} {lines.length > 0 && <span class="count">{lines.length}</span>}
          </h2>
        </summary>
        {lines.length === 0 && <p class="quiet none">{toDo.none}</p>}
        <ul class="rows">
          {lines.slice(0, shown).map((line, at) => (
            <li
              key={`${line.stream}/${at}`}
              class={`line${line.late && line.kind !== "unreached" ? " is-late" : ""}${line.mine ? " is-mine" : ""}`}
            >
              <a data-row href={`${paths.case(line.stream)}#part-${line.kind === "second-ears" ? "consents" : "tasks"}`}>
                <span class="main">
                  <strong>{calledIn(language.value, line)}</strong> <span>{what(line)}</span>
                </span>
                <span class="aside">
                  {(line.kind === "task" || line.kind === "second-ears") && line.at !== null && (
                    <em>{line.late ? `${toDo.late}: ${day(line)}` : toDo.due(day(line))} · </em>
                  )}
                  {line.kind === "second-ears" ? (line.mine ? toDo.anyMember : toDo.anotherMember) : line.mine ? toDo.mine : doer(line)}
                </span>
              </a>
            </li>
          ))}
          {lines.length > shown && <li class="line more quiet small">{toDo.more(lines.length - shown)}</li>}
        </ul>
      </details>
    </section>
  )
}
