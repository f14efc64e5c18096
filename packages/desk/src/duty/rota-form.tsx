// The week that repeats, line by line. It is kept as a whole: whoever keeps it sees all of it.
import type { DutyView, Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { MemberSelect } from "./member-select.tsx"

interface Line {
  /** 0: every day. */
  readonly day: number
  readonly from: string
  readonly until: string
  readonly members: readonly string[]
}
const week = [1, 2, 3, 4, 5, 6, 7]

/** Seven lines that differ by their day alone are one line for whoever reads. */
function folded(lines: readonly Line[]): readonly Line[] {
  const like = (a: Line, b: Line): boolean => a.from === b.from && a.until === b.until && a.members.join() === b.members.join()
  const daily = (line: Line): boolean => week.every((day) => lines.some((one) => one.day === day && like(one, line)))
  const first = (line: Line, n: number): boolean => lines.findIndex((one) => like(one, line)) === n
  return lines.filter((line, n) => !daily(line) || first(line, n)).map((line) => (daily(line) ? { ...line, day: 0 } : line))
}

export function RotaForm({ view, onDone }: { readonly view: DutyView; readonly onDone: () => void }) {
  const { vault, words, zone, toast, refusalText } = useDesk()
  const { duty } = words.value
  const [timeZone, setTimeZone] = useState(view.rota?.timeZone ?? zone)
  const [lines, setLines] = useState<readonly Line[]>(
    folded(view.rota?.lines ?? [{ day: 0, from: "09:00", until: "21:00", members: [view.mine] }]),
  )
  const [refused, setRefused] = useState<Refusal | null>(null)
  const change = (n: number, to: Partial<Line>): void => setLines(lines.map((line, at) => (at === n ? { ...line, ...to } : line)))

  async function keep(): Promise<void> {
    const whole = lines.flatMap((line) => (line.day === 0 ? week.map((day) => ({ ...line, day })) : [line]))
    const done = await vault.setRota({ timeZone: timeZone.trim(), lines: whole as never })
    setRefused(done.ok ? null : done.refusal)
    if (!done.ok) return
    setLines(folded(whole))
    toast(duty.saved)
    onDone()
  }
  return (
    <form
      class="rota stack-s"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <h2>{duty.rota}</h2>
      <p class="quiet small">{duty.rotaMore}</p>
      <TextField id="rota-zone" label={duty.zone} value={timeZone} onInput={setTimeZone} max={64} />
      <ol class="lines">
        {lines.map((line, n) => (
          <li key={n}>
            <select aria-label={duty.day} value={line.day} onChange={(event) => change(n, { day: Number(event.currentTarget.value) })}>
              <option value={0}>{duty.everyDay}</option>
              {week.map((day) => (
                <option value={day}>{duty.days[day - 1]}</option>
              ))}
            </select>
            <input
              type="time"
              step={1800}
              required
              aria-label={duty.from}
              value={line.from}
              onInput={(event) => change(n, { from: event.currentTarget.value })}
            />
            <input
              type="time"
              step={1800}
              required
              aria-label={duty.until}
              value={line.until}
              onInput={(event) => change(n, { until: event.currentTarget.value })}
            />
            <MemberSelect
              label={duty.first}
              members={view.members}
              value={line.members[0] ?? ""}
              onChange={(member) => change(n, { members: [member, ...line.members.slice(1).filter((one) => one !== member)] })}
            />
            <MemberSelect
              label={duty.second}
              members={view.members.filter(({ member }) => member !== line.members[0])}
              value={line.members[1] ?? ""}
              none={duty.none}
              onChange={(member) => change(n, { members: [line.members[0] as string, ...(member === "" ? [] : [member])] })}
            />
            <button type="button" class="button plain" aria-label={duty.remove} onClick={() => setLines(lines.filter((_, at) => at !== n))}>
              ×
            </button>
          </li>
        ))}
      </ol>
      {refused && <RefusalNotice title={words.value.app.refused} sentence={refusalText(refused)} code={refused.error} />}
      <p class="buttons">
        <Button onPress={() => setLines([...lines, { day: 0, from: "21:00", until: "09:00", members: [view.mine] }])}>{duty.add}</Button>{" "}
        <Button submit look="main">
          {duty.save}
        </Button>
      </p>
    </form>
  )
}
