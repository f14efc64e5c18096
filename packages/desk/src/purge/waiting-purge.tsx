// One thing that two are about to destroy: what goes, why, whose signature stands and which one is missing.
import type { PasskeyTouch, PurgeView, Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { dayText } from "../app/when.ts"
import { SecondSignature } from "../keys/second-signature.tsx"
import { What } from "./what.tsx"

export interface WaitingPurgeProps {
  readonly purge: PurgeView
  readonly nameOf: (stream: string) => string | null
  readonly onRefused: (refusal: Refusal | null) => void
  readonly onDone: () => void
}

export function WaitingPurge({ purge: one, nameOf, onRefused, onDone }: WaitingPurgeProps) {
  const { vault, words, language, toast } = useDesk()
  const { purge } = words.value
  /** A secret of requests is first emptied into the cases, which the members' page does. */
  const isKey = one.streams.some(({ what }) => what === "intake-key")
  const finish = (answer: { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }, said?: string): void => {
    onRefused(answer.ok ? null : answer.refusal)
    if (answer.ok && said !== undefined) toast(said)
    onDone()
  }
  const sign = async (touch: PasskeyTouch | undefined): Promise<void> =>
    finish(await vault.approvePurge(one.entry, one.signing.saw, touch), purge.done)
  return (
    <article class="card stack-s">
      <What purge={one} nameOf={nameOf} />
      <p>{one.why}</p>
      <p class="small quiet">{purge.by(one.by.name, dayText(language.value, one.until))}</p>
      {one.stage === "run-out" && <p class="refused-why">{purge.runOut}</p>}
      {one.stage === "signed" && (
        <>
          <p class="refused-why">{purge.carryHint}</p>
          <Button look="danger" onPress={() => void vault.carryOutPurge(one.entry).then((answer) => finish(answer, purge.done))}>
            {purge.carry}
          </Button>
        </>
      )}
      {one.stage === "proposed" && isKey && (
        <p class="small">
          <a href={paths.members}>{purge.keysElsewhere}</a>
        </p>
      )}
      {one.stage === "proposed" && !isKey && !one.by.mine && (
        <>
          <p class="small quiet">{purge.signHint}</p>
          <SecondSignature of={{ ...one.signing, entry: one.entry }} label={purge.sign} give={sign} />
        </>
      )}
      {one.stage === "proposed" && one.by.mine && (
        <div class="row">
          <span class="quiet">{purge.mine}</span>
          <Button
            onPress={() =>
              void vault.actRegister("strike", { seq: one.seq, why: purge.takeBackWhy }).then((answer) => finish(answer, purge.takenBack))
            }
          >
            {purge.takeBack}
          </Button>
        </div>
      )}
    </article>
  )
}
