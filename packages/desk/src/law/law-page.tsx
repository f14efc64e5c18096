// The law of the desk: what waits for a second signature, how to propose a change, every rule with its source, and what was changed here.
import type { LawView, MemberView, Refusal } from "@safe-conduct/client/member"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useLaw } from "../app/desk-law.ts"
import { hourText } from "../app/when.ts"
import { useCaseWords } from "../case/use-case-words.ts"
import { changeText } from "./change-text.ts"
import { ProposeChange } from "./propose-change.tsx"
import { RulesTable } from "./rules-table.tsx"
import { Statements } from "./statements.tsx"
import { WaitingChanges } from "./waiting-changes.tsx"
import "./law.css"

export default function LawPage() {
  const { vault, words, language, zone, refusalText } = useDesk()
  const { law, app } = words.value
  const { facilities } = useLaw()
  const caseWords = useCaseWords()
  const [view, setView] = useState<LawView | null>(null)
  const [members, setMembers] = useState<readonly MemberView[]>([])
  const [refused, setRefused] = useState<Refusal | null>(null)
  useEffect(() => {
    let here = true
    const read = (): void =>
      void vault.law().then((said) => {
        if (here && said.ok) setView(said.value)
      })
    read()
    void vault.members().then((all) => here && setMembers(all))
    const forget = vault.on((change) => change.what === "register" && read())
    return () => {
      here = false
      forget()
    }
  }, [vault])
  const nameOf = (member: string): string => members.find((one) => one.member === member)?.name ?? member
  const hour = (at: number): string => hourText(language.value, `${new Date(at).toISOString().slice(0, 13)}Z`, zone)
  if (view === null || caseWords === null) return <p class="quiet waiting">{app.loading}</p>
  const { labels } = caseWords
  return (
    <div class="law stack-l">
      <header>
        <h1>{law.title}</h1>
        <p class="quiet">{law.lede}</p>
      </header>
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      <section aria-labelledby="law-waiting">
        <h2 id="law-waiting">{law.waiting}</h2>
        <WaitingChanges view={view} labels={labels} nameOf={nameOf} onRefused={setRefused} />
      </section>
      <details class="fold">
        <summary>{law.propose}</summary>
        <ProposeChange words={caseWords} members={members.filter((one) => one.active)} onRefused={setRefused} />
      </details>
      <section aria-labelledby="law-said">
        <h2 id="law-said">{law.said.title}</h2>
        <p class="quiet">{law.said.lede}</p>
        <Statements onRefused={setRefused} />
      </section>
      <section aria-labelledby="law-rules">
        <h2 id="law-rules">{law.rules}</h2>
        <RulesTable labels={labels} />
      </section>
      <section aria-labelledby="law-signed">
        <h2 id="law-signed">{law.signed}</h2>
        {view.signed.length === 0 && <p class="quiet">{law.signedNone}</p>}
        <ul class="plain changes">
          {view.signed.toReversed().map((one) => (
            <li key={one.entry}>
              <strong>{changeText(one.change, { law, labels, language: language.value, facilities, nameOf })}</strong> {one.why}{" "}
              <span class="quiet small">
                {law.signedBy(one.by.name, one.approvedBy.name)}, {hour(one.at)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="law-lists">
        <h2 id="law-lists">{law.lists}</h2>
        <p class="quiet">{view.lists.length === 0 ? law.listsNone : law.shipped(view.shipped.facilities)}</p>
        <ul class="plain changes">
          {view.lists.toReversed().map((one) => (
            <li key={one.seq}>
              {one.from.join(", ")}: {law.list(one.facilities, one.staging)}{" "}
              <span class="quiet small">
                {law.listBy(one.by.name)}, {hour(one.at)}
                {!one.here && ` · ${law.listComing}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
