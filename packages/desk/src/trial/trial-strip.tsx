// The trial's strip, on every page: that all is invented, who one is, and one press to be somebody else.
import { useSignal } from "@preact/signals"
import { useDesk } from "../app/context.tsx"
import { play } from "./notes.ts"
import { useTrial } from "./trial-context.ts"

export function TrialStrip() {
  const { words, who, vault, refusalText, toast, language } = useDesk()
  const trial = useTrial()
  const switching = useSignal<string | null>(null)
  const { trial: said } = words.value
  const become = async (name: string): Promise<void> => {
    const member = trial?.members.find((one) => one.name === name)
    if (!member || switching.value !== null) return
    switching.value = name
    play(name)
    const answer = await vault.unlock(member.passphrase)
    switching.value = null
    if (answer.ok) who.value = answer.value
    else toast(refusalText(answer.refusal))
  }
  return (
    <aside class="trial-strip">
      <p>
        <span class="long">{said.strip}</span>
        <span class="brief">{said.short}</span>
      </p>
      {trial && (
        <label>
          <span class={switching.value === null ? "unseen" : undefined}>
            {switching.value === null ? said.switchTo : said.switching(switching.value)}
          </span>
          <select value={who.value?.name} disabled={switching.value !== null} onChange={(event) => void become(event.currentTarget.value)}>
            {trial.members.map((member) => (
              <option value={member.name}>
                {member.name}: {member.roleText[language.value]}
              </option>
            ))}
          </select>
        </label>
      )}
    </aside>
  )
}
