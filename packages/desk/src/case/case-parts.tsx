// Everything below the log and the dates, in the order in which a case is worked.
import { TasksPart } from "./tasks-part.tsx"

export function CaseParts() {
  return (
    <div class="case-parts">
      <TasksPart />
    </div>
  )
}
