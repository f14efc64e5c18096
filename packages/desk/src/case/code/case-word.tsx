// The word that a caller in detention may say on a recorded line: shown where the askers stand, given with one press.
import { useDesk } from "../../app/context.tsx"
import { useCase } from "../case-context.ts"

export function CaseWord() {
  const desk = useDesk()
  const { view, code, told, refused } = useCase()
  const word = view.state.caseWords?.at(-1)?.word
  if (word === undefined)
    return (
      <p>
        <button
          type="button"
          class="button small"
          aria-disabled={refused("give-case-word") === null ? undefined : true}
          onClick={() => void desk.vault.giveCaseWord(view.stream).then(told)}
        >
          {code.word.give}
        </button>
      </p>
    )
  return (
    <dl class="pairs">
      <div>
        <dt>{code.word.name}</dt>
        <dd lang="ru">
          <strong>{word}</strong> <span class="quiet small">{code.word.more}</span>
        </dd>
      </div>
    </dl>
  )
}
