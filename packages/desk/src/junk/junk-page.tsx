// Junk: the tray by likeness, so that hundreds are put down at once and nobody's own request goes with them.
import type { JunkGroup, Refusal } from "@safe-conduct/client/member"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { CloseChosen } from "./close-chosen.tsx"
import { ClosedBefore } from "./closed-before.tsx"
import { JunkGroupPart } from "./junk-group.tsx"
import "../tray/tray.css"
import "./junk.css"

export default function JunkPage() {
  const { vault, words, refusalText } = useDesk()
  const { junk, app } = words.value
  const [groups, setGroups] = useState<readonly JunkGroup[] | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Refusal | null>(null)
  useEffect(() => {
    let here = true
    const read = (): void =>
      void vault.junkGroups().then((all) => {
        if (!here) return
        setGroups(all)
        const waiting = new Set(all.flatMap(({ rows }) => rows.map(({ ask }) => ask)))
        setChosen((now) => new Set([...now].filter((ask) => waiting.has(ask))))
      })
    read()
    const forget = vault.on((change) => (change.what === "tray" || change.what === "register") && read())
    return () => {
      here = false
      forget()
    }
  }, [vault])
  return (
    <div class="junk stack-l">
      <header>
        <p>
          <a href={paths.tray}>{junk.back}</a>
        </p>
        <h1>{junk.page}</h1>
        <p class="quiet">{junk.lede}</p>
        <p class="quiet small by-keys">{junk.keys}</p>
      </header>
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      {groups === null && <p class="quiet">{app.loading}</p>}
      {groups?.length === 0 && <p class="quiet">{junk.none}</p>}
      {groups?.map((group) => (
        <JunkGroupPart key={`${group.kind}/${group.rows[0]?.ask}`} group={group} chosen={chosen} onChoose={setChosen} />
      ))}
      <CloseChosen chosen={chosen} some={(groups?.length ?? 0) > 0} onRefused={setRefused} onClosed={() => setChosen(new Set())} />
      <ClosedBefore onRefused={setRefused} />
    </div>
  )
}
