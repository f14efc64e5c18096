// Every rule of the law with its status, what it rests on and when somebody last read that.
import type { Rule } from "@safe-conduct/domain/clock"
import type { CaseLabels } from "@safe-conduct/words/case/index.ts"
import { useDesk } from "../app/context.tsx"
import { useLaw } from "../app/desk-law.ts"
import { fullDay } from "../app/when.ts"
import { law as shipped } from "../case/programme.ts"

export function RulesTable({ labels }: { readonly labels: CaseLabels }) {
  const { words, language } = useDesk()
  const { law } = words.value
  const { rules } = useLaw()
  const asShipped = new Map(shipped.rules.map((rule) => [rule.id, rule]))
  const day = (text: string | null): string | null => (text === null ? null : fullDay(language.value, text))
  const changedHere = (rule: Rule): boolean => asShipped.get(rule.id) !== rule
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={law.rules}>
      <table class="rules">
        <thead>
          <tr>
            <th scope="col">{law.rule}</th>
            <th scope="col">{law.status}</th>
            <th scope="col">{law.source}</th>
            <th scope="col">{law.verifiedOn}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id} class={rule.status === "IN_FORCE" ? undefined : "is-off"}>
              <th scope="row">
                {(labels.rules as Readonly<Record<string, string>>)[rule.id] ?? rule.id}
                <span class="data quiet small">{rule.id}</span>
              </th>
              <td data-of={law.status}>
                {law.statuses[rule.status]}
                {changedHere(rule) && <strong> · {law.changedHere}</strong>}
                <span class="quiet small">{law.effective(day(rule.effectiveFrom), day(rule.effectiveTo))}</span>
              </td>
              <td data-of={law.source} lang={changedHere(rule) ? undefined : "en"}>
                {rule.source}
              </td>
              <td data-of={law.verifiedOn}>
                {day(rule.verifiedOn) ?? law.verifiedNever}
                {rule.verify && <span class="warn small">{law.verify}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
