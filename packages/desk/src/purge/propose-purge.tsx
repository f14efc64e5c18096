// The first of two signatures: which cases and which requests without a case, why, and that some of them were never answered.
import type { Refusal, SearchHit } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Checkbox } from "@safe-conduct/ui/choice.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { colon } from "../app/colon.ts"
import { useDesk } from "../app/context.tsx"
import { ClosedRequests } from "./closed-requests.tsx"
import type { Named } from "./named.ts"

export interface ProposePurgeProps {
  readonly named: Named
  readonly from: string | undefined
  readonly onRefused: (refusal: Refusal | null) => void
  readonly onDone: () => void
}

export function ProposePurge({ named, from, onRefused, onDone }: ProposePurgeProps) {
  const { vault, words, language, toast } = useDesk()
  const { purge } = words.value
  const [text, setText] = useState("")
  const [hits, setHits] = useState<readonly SearchHit[]>([])
  const [cases, setCases] = useState<readonly string[]>(from === undefined ? [] : [from])
  const [asks, setAsks] = useState<readonly string[]>([])
  /** Mailboxes of chosen cases that the vault would not take in silence. */
  const [found, setFound] = useState<readonly string[]>([])
  const [unread, setUnread] = useState(false)
  const [why, setWhy] = useState("")
  const [error, setError] = useState<"why" | "unread" | null>(null)

  const silent = [...asks.filter((ask) => named.closed.some((row) => row.ask === ask && row.unanswered)), ...found]
  const look = (next: string): void => {
    setText(next)
    if (next.trim() === "") setHits([])
    else void vault.search(next).then((list) => setHits([...new Map(list.map((hit) => [hit.stream, hit])).values()].slice(0, 6)))
  }
  const chosen = [...cases, ...asks]
  const drop = (stream: string): void => {
    setCases(cases.filter((one) => one !== stream))
    setAsks(asks.filter((one) => one !== stream))
    setFound([])
  }
  const propose = async (): Promise<void> => {
    if (why.trim() === "") return setError("why")
    if (silent.length > 0 && !unread) return setError("unread")
    setError(null)
    const answer = await vault.proposePurge({ cases, asks, why: why.trim(), unread: silent })
    const stream = answer.ok ? undefined : answer.refusal.params?.["stream"]
    if (!answer.ok && typeof stream === "string" && ["unanswered", "unopened"].includes(answer.refusal.error)) {
      // Not refused for good: whoever proposes it must say it expressly, so she is asked.
      setFound([...found, stream])
      setUnread(false)
      return setError("unread")
    }
    onRefused(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    setCases([])
    setAsks([])
    setFound([])
    setUnread(false)
    setWhy("")
    toast(purge.proposed)
    onDone()
  }
  return (
    <section class="propose stack" aria-labelledby="purge-propose">
      <header>
        <h2 id="purge-propose">{purge.propose}</h2>
        <p class="quiet">{purge.proposeHint}</p>
      </header>
      <TextField id="purge-search" kind="search" label={purge.search} hint={purge.searchHint} value={text} onInput={look} />
      {hits.length > 0 && (
        <ul class="plain-list">
          {hits.map((hit) => (
            <li key={hit.stream}>
              <Button
                onPress={() => {
                  if (!cases.includes(hit.stream)) setCases([...cases, hit.stream])
                  look("")
                }}
              >
                {purge.add(hit.name)}
              </Button>
              <span class="quiet data">{hit.aNumber}</span>
            </li>
          ))}
        </ul>
      )}
      <ClosedRequests rows={named.closed} chosen={asks} onChoose={setAsks} />
      <div>
        <h3>{purge.chosen}</h3>
        {chosen.length === 0 && <p class="quiet">{purge.nothingChosen}</p>}
        <ul class="chosen">
          {chosen.map((stream) => {
            const name = named.nameOf(stream) ?? purge.unnamed
            return (
              <li key={stream}>
                <span>{name}</span>
                <button type="button" class="button small plain" aria-label={purge.drop(name)} onClick={() => drop(stream)}>
                  ×
                </button>
              </li>
            )
          })}
        </ul>
      </div>
      {silent.length > 0 && (
        <div class="notice danger">
          <p>
            {purge.unread(silent.length)}
            {colon(language.value)}
            {silent.map((ask) => named.nameOf(ask) ?? purge.unnamed).join("; ")}
          </p>
          <Checkbox
            id="purge-unread"
            label={purge.unreadTick}
            checked={unread}
            error={error === "unread" ? purge.unreadMissing : undefined}
            onInput={setUnread}
          />
        </div>
      )}
      <TextField
        id="purge-why"
        label={purge.why}
        hint={purge.whyHint}
        value={why}
        max={2000}
        error={error === "why" ? purge.whyMissing : undefined}
        onInput={setWhy}
      />
      <div class="row">
        <Button look="danger" id="purge-go" refused={chosen.length === 0 ? purge.nothingChosen : null} onPress={() => void propose()}>
          {purge.go}
        </Button>
      </div>
    </section>
  )
}
