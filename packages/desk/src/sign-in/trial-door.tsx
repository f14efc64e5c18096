// The trial's door: every invented member is one press away. It exists only where the server says that it is a trial.
import { useDesk } from "../app/context.tsx"
import type { TrialMember, TrialNotes } from "../trial/notes.ts"

export function TrialDoor({
  trial,
  working,
  onChoose,
}: {
  readonly trial: TrialNotes
  readonly working: boolean
  readonly onChoose: (member: TrialMember) => void
}) {
  const { words, language } = useDesk()
  const { signIn } = words.value
  return (
    <section class="stack" aria-labelledby="trial-door">
      <h1 id="trial-door">{signIn.trialTitle}</h1>
      <p class="quiet">{signIn.trialText}</p>
      <ul class="people-to-play">
        {trial.members.map((member) => (
          <li>
            <button type="button" disabled={working} onClick={() => onChoose(member)}>
              <span class="name">{member.name}</span>
              <span class="quiet">{member.roleText[language.value]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
