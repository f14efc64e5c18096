// How long somebody has been on the line. It says so in words when the line may soon be cut, and never aloud every second.
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"

/** Minutes after which jail lines begin to be cut. */
const CUT_SOON = 8

export function CallTimer({ began }: { readonly began: number }) {
  const { now, words } = useDesk()
  const { call } = words.value
  const [at, setAt] = useState(now)
  useEffect(() => {
    const tick = setInterval(() => setAt(now()), 1_000)
    return () => clearInterval(tick)
  }, [])
  const seconds = Math.max(0, Math.floor((at - began) / 1_000))
  const soon = seconds >= CUT_SOON * 60
  return (
    <div class={soon ? "call-timer is-soon" : "call-timer"}>
      <span class="quiet small">{call.timer}</span>{" "}
      <time role="timer" class="data">
        {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
      </time>
      <p role="status">{soon ? call.soonCut : ""}</p>
    </div>
  )
}
