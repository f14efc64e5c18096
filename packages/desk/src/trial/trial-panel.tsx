// Beside the desk in a trial: a relative's phone with the real portal in it, five steps to try, and what the server sees.
import { useSignal } from "@preact/signals"
import { useDesk } from "../app/context.tsx"
import { Steps } from "./steps.tsx"
import { useTrial } from "./trial-context.ts"
import "./trial.css"

export function TrialPanel() {
  const { words } = useDesk()
  const trial = useTrial()
  const wide = matchMedia("(min-width: 1360px)").matches
  const shown = useSignal(wide)
  const { trial: said } = words.value
  return (
    <aside class={shown.value ? "trial-panel" : "trial-panel is-closed"} aria-label={said.phoneTitle}>
      <div class="trial-tools">
        <Steps />
        <button type="button" class="button" aria-expanded={shown.value} onClick={() => (shown.value = !shown.value)}>
          {shown.value ? said.phoneHide : said.phone}
        </button>
      </div>
      {shown.value && (
        <>
          <div class="phone">
            <iframe title={said.phoneTitle} src="/?lang=ru" width={390} height={780} />
          </div>
          {trial?.wife && <HerWords wife={trial.wife} />}
        </>
      )}
    </aside>
  )
}

/** Thirteen invented words, to be pasted into the phone's first field. */
function HerWords({ wife }: { readonly wife: { readonly name: string; readonly code: string } }) {
  const { words, toast } = useDesk()
  return (
    <button
      type="button"
      class="button plain her-words"
      onClick={() => void navigator.clipboard.writeText(wife.code).then(() => toast(words.value.app.copied))}
    >
      {words.value.trial.herWords(wife.name)}
    </button>
  )
}
