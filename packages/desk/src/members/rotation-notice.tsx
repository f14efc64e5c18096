// How far cases have come under new keys after somebody left or joined, and for whoever joined what has not been handed on yet: a list
// that is not complete says so. Silent as a rule.
import type { RotationView } from "@safe-conduct/client/member"
import { Notice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"

function useRotation(): RotationView | null {
  const { vault } = useDesk()
  const [view, setView] = useState<RotationView | null>(null)
  useEffect(() => {
    const read = (): void => void vault.rotation().then(setView)
    read()
    return vault.on((change) => {
      if (change.what === "rotation" || change.what === "cards" || change.what === "members") read()
    })
  }, [vault])
  return view
}

/** On the members' page, where somebody was added or removed. */
export function Renewing() {
  const { words } = useDesk()
  const view = useRotation()
  const { rosters } = words.value
  if (view === null || view.left === 0) return null
  const done = view.of - view.left
  return (
    <Notice role="status">
      <p class="mark" id="renewing">
        {rosters.renewed(done, view.of)}
      </p>
      <progress class="renewing" aria-labelledby="renewing" max={view.of} value={done} />
      <p class="quiet">{view.here ? rosters.here : rosters.elsewhere}</p>
    </Notice>
  )
}

/** Wherever cases are listed. */
export function NotHandedOn() {
  const { words } = useDesk()
  const { rosters } = words.value
  const left = useRotation()?.notHandedOn ?? 0
  if (left === 0) return null
  return (
    <Notice role="status">
      <p class="mark">{rosters.notHandedOn(left)}</p>
      <p class="quiet">{rosters.notHandedOnMore}</p>
    </Notice>
  )
}
