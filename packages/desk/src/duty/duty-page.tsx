// Duty: who is there now and until when, the week as a picture with its gaps in red, the week that repeats, swaps, and how I am woken.
import type { DutyView } from "@safe-conduct/client/member"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { whenText } from "../app/when.ts"
import { RotaForm } from "./rota-form.tsx"
import { SwapForm } from "./swap-form.tsx"
import { Wakes } from "./wakes.tsx"
import { WaysForm } from "./ways-form.tsx"
import { Week } from "./week.tsx"
import "./duty.css"

export default function DutyPage() {
  const { vault, words, language, zone } = useDesk()
  const { duty, app } = words.value
  const [view, setView] = useState<DutyView | null>(null)
  const read = (): void => void vault.duty().then((got) => got.ok && setView(got.value))
  useEffect(() => {
    read()
    return vault.on((change) => (change.what === "register" || change.what === "members") && read())
  }, [vault])
  if (view === null) return <p class="quiet waiting">{app.loading}</p>
  const until = whenText(language.value, new Date(view.now.until).toISOString(), zone)
  const names = view.now.members.map(({ name }) => name).join(", ")
  return (
    <div class="duty-page stack-l">
      <header>
        <h1>{duty.page}</h1>
        <p class={names === "" ? "gap-line" : undefined}>
          <strong>{names === "" ? duty.nobodyUntil(until) : duty.nowUntil(names, until)}</strong>
        </p>
        <p class="quiet">{duty.lede}</p>
      </header>
      <Wakes past />
      <Week view={view} />
      <RotaForm view={view} onDone={read} />
      <SwapForm view={view} onDone={read} />
      <WaysForm />
    </div>
  )
}
