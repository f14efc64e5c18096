// Who reads a restricted case, always in sight; members on it change the list, and the log says so.
import type { MemberView } from "@safe-conduct/client/member"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { MembersDialog } from "../compartment/members-dialog.tsx"
import { useCase } from "./case-context.ts"

export function Readers() {
  const desk = useDesk()
  const { view, refused, told } = useCase()
  const { rosters } = desk.words.value
  const [choosing, setChoosing] = useState(false)
  const [members, setMembers] = useState<readonly MemberView[]>([])
  useEffect(() => {
    if (choosing) void desk.vault.members().then((all) => setMembers(all.filter(({ active }) => active)))
  }, [choosing])
  if (view.state.opened?.restricted !== true) return null
  const now = view.roster.map(({ member }) => member)
  const change = async (chosen: readonly string[], why: string) => {
    const known = new Set(members.map(({ member }) => member))
    const input = {
      add: chosen.filter((member) => !now.includes(member)),
      remove: now.filter((member) => known.has(member) && !chosen.includes(member)),
      ...(why === "" ? {} : { why }),
    }
    const done = await desk.vault.act(view.stream, "change-roster", input)
    if (done.ok) await told(done, rosters.changed)
    return done
  }
  const not = refused("change-roster")
  return (
    <div class="readers">
      <p>
        {rosters.readBy(view.roster.map(({ member, name }) => name || member.slice(0, 6)).join(", "))}{" "}
        {not === null ? (
          <button type="button" class="button small" onClick={() => setChoosing(true)}>
            {rosters.change}
          </button>
        ) : (
          <span class="quiet small">{desk.refusalText(not)}</span>
        )}
      </p>
      {view.rosterSaidOtherwise && (
        <p class="halted" role="alert">
          {rosters.otherwise}
        </p>
      )}
      <MembersDialog
        open={choosing}
        title={rosters.changeTitle}
        hint={rosters.changeHint}
        go={rosters.changeGo}
        start={now}
        among={members}
        why={{ label: rosters.why, hint: rosters.whyHint }}
        send={change}
        onClose={() => setChoosing(false)}
      />
    </div>
  )
}
