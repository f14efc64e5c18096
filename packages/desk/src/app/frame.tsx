// What stands around every page: the trial's strip, the bar with its pages, the pulse, and in a trial the phone beside.
import { useLocation } from "preact-iso"
import { useCallback, useState } from "preact/hooks"
import { useTrial } from "../trial/trial-context.ts"
import { TrialPanel } from "../trial/trial-panel.tsx"
import { TrialStrip } from "../trial/trial-strip.tsx"
import { useAhead } from "./ahead.ts"
import { Bar } from "./bar.tsx"
import { useDesk } from "./context.tsx"
import { DueBar } from "./due-bar.tsx"
import { useFragment } from "./fragment.ts"
import { HelpDialog } from "./help-dialog.tsx"
import { useKeyboard } from "./keyboard.ts"
import { LogBanner } from "./log-banner.tsx"
import { Palette } from "./palette.tsx"
import { Routes } from "./routes.tsx"

export function Frame() {
  const { words, who, go } = useDesk()
  const { path, url } = useLocation()
  useFragment(url)
  useAhead()
  const trial = useTrial()
  const [searching, setSearching] = useState(false)
  const [helping, setHelping] = useState(false)
  useKeyboard({ go, search: useCallback(() => setSearching(true), []), help: useCallback(() => setHelping(true), []) })
  const inTrial = trial !== null && who.value?.trial === true
  return (
    <div class={inTrial ? "desk in-trial" : "desk"}>
      <a class="skip" href="#content">
        {words.value.app.skip}
      </a>
      {who.value?.trial && <TrialStrip />}
      <LogBanner />
      <DueBar />
      <Bar path={path} onSearch={() => setSearching(true)} onHelp={() => setHelping(true)} />
      <div class="ground">
        <main id="content" tabIndex={-1}>
          {/* Whoever takes over reads the page anew: what she may do is hers alone. */}
          <Routes key={who.value?.member} />
        </main>
        {inTrial && <TrialPanel />}
      </div>
      <Palette open={searching} onClose={() => setSearching(false)} />
      <HelpDialog open={helping} onClose={() => setHelping(false)} />
    </div>
  )
}
