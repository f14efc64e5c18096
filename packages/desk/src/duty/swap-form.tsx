// Single hours for somebody else, by the clock of this device.
import type { DutyView, Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { MemberSelect } from "./member-select.tsx"

const dayOf = (at: number, zone: string): string => new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(at)

export function SwapForm({ view, onDone }: { readonly view: DutyView; readonly onDone: () => void }) {
  const { vault, words, now, zone, toast, refusalText } = useDesk()
  const { duty } = words.value
  const [day, setDay] = useState(dayOf(now(), zone))
  const [from, setFrom] = useState("21:00")
  const [until, setUntil] = useState("09:00")
  const [member, setMember] = useState<string>(view.mine)
  const [refused, setRefused] = useState<Refusal | null>(null)

  async function put(): Promise<void> {
    const begins = Date.parse(`${day}T${from}`)
    const sameDay = Date.parse(`${day}T${until}`)
    const ends = sameDay > begins ? sameDay : sameDay + 86_400_000
    const done = await vault.setDuty({ from: begins, until: ends, members: [member] })
    setRefused(done.ok ? null : done.refusal)
    if (!done.ok) return
    toast(duty.saved)
    onDone()
  }
  return (
    <form
      class="swap stack-s"
      onSubmit={(event) => {
        event.preventDefault()
        void put()
      }}
    >
      <h2>{duty.swap}</h2>
      <p class="quiet small">{duty.swapMore}</p>
      <p class="line">
        <input type="date" required aria-label={duty.day} value={day} onInput={(event) => setDay(event.currentTarget.value)} />
        <input
          type="time"
          step={1800}
          required
          aria-label={duty.from}
          value={from}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
        <input
          type="time"
          step={1800}
          required
          aria-label={duty.until}
          value={until}
          onInput={(event) => setUntil(event.currentTarget.value)}
        />
        <MemberSelect label={duty.first} members={view.members} value={member} onChange={setMember} />
        <Button submit>{duty.swapSave}</Button>
      </p>
      {refused && <RefusalNotice title={words.value.app.refused} sentence={refusalText(refused)} code={refused.error} />}
    </form>
  )
}
