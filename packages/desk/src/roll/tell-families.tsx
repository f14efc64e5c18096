// One of three fixed sentences to every mailbox of a pile. What is sent can be read before it is sent; whoever had it is left out.
import type { Confidence, Refusal, RollCall, RollPile } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Choice } from "@safe-conduct/ui/choice.tsx"
import { Progress } from "@safe-conduct/ui/progress.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { sentencesInAll } from "./sentences.ts"

export interface TellFamiliesProps {
  readonly call: RollCall
  readonly onUnreached: (asks: readonly string[]) => void
  readonly onRefused: (refusal: Refusal | null) => void
}

/** A few at a time, so that the bar moves and a closed page has lost little. */
const STEP = 4
const sentences: readonly Confidence[] = ["rumoured", "reported", "confirmed"]
const rank = (one: Confidence): number => sentences.indexOf(one)

export function TellFamilies({ call, onUnreached, onRefused }: TellFamiliesProps) {
  const { vault, words, toast } = useDesk()
  const { roll } = words.value
  const [pile, setPile] = useState<RollPile>("aboard")
  const [sentence, setSentence] = useState<Confidence>(call.confidence)
  const [sent, setSent] = useState<number | null>(null)
  const to = call.lines
    .filter(({ as }) => as === pile)
    .flatMap(({ index, who }) =>
      (who?.mailboxes ?? []).filter(({ told }) => told === null || rank(told.sentence) < rank(sentence)).map(({ ask }) => ({ index, ask })),
    )
  const asks = [...new Set(to.map(({ ask }) => ask))]
  const tell = async (): Promise<void> => {
    if (sent !== null || asks.length === 0) return
    setSent(0)
    const lost: string[] = []
    try {
      const texts = await sentencesInAll(sentence)
      for (let from = 0; from < asks.length; from += STEP) {
        const now = new Set(asks.slice(from, from + STEP))
        const done = await vault.tellSeen(call.sighting, { sentence, to: to.filter(({ ask }) => now.has(ask)), texts })
        if (!done.ok) return onRefused(done.refusal)
        lost.push(...done.value.failed.map(({ ask }) => ask))
        setSent(Math.min(asks.length, from + STEP))
      }
      onRefused(null)
      toast(lost.length === 0 ? roll.toldNow(asks.length) : roll.notToldNow(lost.length))
    } finally {
      setSent(null)
      onUnreached(lost)
    }
  }
  return (
    <section class="tell stack no-print" aria-label={roll.tell}>
      <h2>{roll.tell}</h2>
      <p class="quiet">{roll.tellMore}</p>
      <Choice
        id="tell-pile"
        label={roll.whom}
        across
        value={pile}
        onInput={setPile}
        options={(["aboard", "here", "unknown", "off-list"] as const).map((value) => ({ value, label: roll.piles[value] }))}
      />
      <Choice
        id="tell-sentence"
        label={roll.sentence}
        value={sentence}
        onInput={setSentence}
        options={sentences.map((value) => ({ value, label: roll.confidences[value], more: roll.sentences[value] }))}
      />
      {sent !== null && <Progress label={roll.telling} done={sent / asks.length} figure={`${sent} / ${asks.length}`} />}
      <div class="row">
        <Button
          look="main"
          id="tell-families"
          refused={sent !== null ? roll.telling : asks.length === 0 ? roll.nobodyToTell : null}
          onPress={() => void tell()}
        >
          {roll.tellPile(asks.length)}
        </Button>
      </div>
    </section>
  )
}
