// What was doubted about a claim, and how it was answered; both stay to be read.
import { useCase } from "../case/case-context.ts"
import { ActButton } from "../case/act-button.tsx"

export function Doubts({ claim }: { readonly claim: string }) {
  const { view, words, nameOf } = useCase()
  const doubts = view.state.doubts.filter((row) => row.claim === claim)
  if (doubts.length === 0) return null
  return (
    <div>
      <h3>{words.claims.doubts}</h3>
      <ul class="plain-list">
        {doubts.map((row) => {
          const answer = view.state.doubtAnswers.find((one) => one.doubt === row.doubt)
          return (
            <li key={row.doubt}>
              <span>
                {row.text} <span class="quiet small">{nameOf(row.made.by)}</span>
                <br />
                <span class="small">{answer === undefined ? words.claims.doubtOpen : words.claims.doubtClosed(answer.reason)}</span>
              </span>
              {answer === undefined && <ActButton does="close-doubt" look="plain" start={{ "/doubt": row.doubt }} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
