// Who sits at this desk: names and roles, keys, the root's fingerprint; and for administrators, who comes and who leaves.
import type { MemberView, Refusal, Removed } from "@safe-conduct/client/member"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { AddMember } from "./add-member.tsx"
import { AfterRemoval } from "./after-removal.tsx"
import { KeysDueHere } from "./keys-due.tsx"
import { MemberLine } from "./member-line.tsx"
import { RotateKeys } from "./rotate-keys.tsx"
import { NotHandedOn, Renewing } from "./rotation-notice.tsx"
import { SpentKeys } from "./spent-keys.tsx"
import "./members.css"

export default function MembersPage() {
  const { words, vault, who, refusalText } = useDesk()
  const { members, app } = words.value
  const [list, setList] = useState<readonly MemberView[] | null>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [removed, setRemoved] = useState<Removed | null>(null)
  const read = (): void => void vault.members().then(setList)
  useEffect(() => {
    read()
    return vault.on((change) => {
      if (change.what === "members") read()
    })
  }, [vault])
  const admin = who.value?.admin === true
  return (
    <div class="members stack-l">
      <header>
        <h1>{members.title}</h1>
        <p class="quiet">{members.lede}</p>
        <nav class="row" aria-label={app.menu}>
          <a href={paths.recovery}>{words.value.recovery.page}</a>
          <a href={paths.purge}>{words.value.purge.page}</a>
        </nav>
      </header>
      {refused && <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />}
      <Renewing />
      <NotHandedOn />
      <div class="table-frame" role="region" aria-label={members.title} tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{members.name}</th>
              <th scope="col">{members.roles}</th>
              <th scope="col">{members.active}</th>
              {admin && (
                <th scope="col">
                  <span class="unseen">{members.rename}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {list?.map((member) => (
              <MemberLine key={member.member} member={member} admin={admin} onRefused={setRefused} onRemoved={setRemoved} onDone={read} />
            ))}
          </tbody>
        </table>
      </div>
      {removed !== null && <AfterRemoval removed={removed} />}
      <section class="root stack-s">
        <h2>{members.root}</h2>
        <p class="data print">{who.value?.rootPrint}</p>
        <p class="quiet">{members.rootMore}</p>
      </section>
      <SpentKeys />
      {admin ? (
        <>
          <AddMember left={(list ?? []).filter((one) => !one.active)} onDone={read} />
          <KeysDueHere />
          <RotateKeys />
        </>
      ) : (
        <p class="quiet">{members.onlyAdmins}</p>
      )}
    </div>
  )
}
