// What the second member signs when words were lost: which mailbox takes the place of which, who was called and by which way.
import { type CaseRow, pathsOf } from "@safe-conduct/domain/case"
import { useCase } from "../case-context.ts"

export function LinkedCode({ link }: { readonly link: CaseRow<"codeLinks"> }) {
  const { view, words, code } = useCase()
  const nameOf = (ask: string): string => view.state.requests.find((row) => row.ask === ask)?.asker.name ?? ask.slice(0, 6)
  const how = pathsOf(view.state, link.old, link.made.seq).find((path) => path.entry === link.path)?.how
  return (
    <dl class="pairs">
      {[
        [code.lost.old, `${nameOf(link.old)} (${link.old.slice(0, 6)})`],
        [code.lost.new, `${nameOf(link.new)} (${link.new.slice(0, 6)})`],
        [code.path, how ?? words.head.notRecorded],
        [code.by, link.by],
      ].map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
