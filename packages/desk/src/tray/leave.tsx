// How a request leaves the tray: a case, another's case, or one of four reasons written down. Being opened is not one of them.
import type { OpenedRequest, SearchHit } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { LevelMark } from "../app/level-mark.tsx"
import { paths } from "../app/paths.ts"
import { useJoin } from "./use-join.ts"

type Reason = "answered" | "referred" | "declined" | "junk"
const reasons: readonly Reason[] = ["answered", "referred", "declined", "junk"]

export function Leave({ opened }: { readonly opened: OpenedRequest }) {
  const { words } = useDesk()
  const { tray } = words.value
  const join = useJoin(opened.ask)
  const [how, setHow] = useState<Reason | "other-case" | null>(null)
  const named: Record<Reason, string> = { answered: tray.answerClose, referred: tray.refer, declined: tray.decline, junk: tray.junk }
  const likely = opened.alike.some((list) => list.some((one) => one.likely))
  return (
    <section class="leave-tray stack-s">
      <div class="row">
        {opened.request !== null && (
          <Button look={likely ? undefined : "main"} id="make-case" refused={join.refused} onPress={() => void join.into()}>
            {tray.makeCase}
          </Button>
        )}
        {opened.request !== null && (
          <Choose chosen={how === "other-case"} name={tray.joinOther} onPress={() => setHow(how === "other-case" ? null : "other-case")} />
        )}
        {reasons.map((reason) => (
          <Choose chosen={how === reason} name={named[reason]} onPress={() => setHow(how === reason ? null : reason)} />
        ))}
      </div>
      {how === "other-case" && <OtherCase ask={opened.ask} />}
      {how !== null && how !== "other-case" && <Why ask={opened.ask} how={how} />}
    </section>
  )
}

function Choose({ chosen, name, onPress }: { readonly chosen: boolean; readonly name: string; readonly onPress: () => void }) {
  return (
    <button type="button" class="button" aria-expanded={chosen} onClick={onPress}>
      {name}
    </button>
  )
}

function Why({ ask, how }: { readonly ask: string; readonly how: Reason }) {
  const { words, vault, go, toast, refusalText } = useDesk()
  const { tray } = words.value
  const [why, setWhy] = useState("")
  const [error, setError] = useState<string | undefined>(undefined)
  const leave = async (): Promise<void> => {
    if (why.trim() === "") {
      setError(tray.whyMissing)
      return
    }
    const answer = await vault.triage(ask, how, why.trim())
    if (!answer.ok) {
      setError(refusalText(answer.refusal))
      return
    }
    toast(tray.left)
    go(paths.tray)
  }
  return (
    <form
      class="stack-s"
      onSubmit={(event) => {
        event.preventDefault()
        void leave()
      }}
    >
      <TextField id="why" label={tray.why} hint={tray.whyHint} value={why} error={error} max={1000} onInput={setWhy} />
      <Button submit look="main">
        {tray.leave}
      </Button>
    </form>
  )
}

function OtherCase({ ask }: { readonly ask: string }) {
  const { words, vault } = useDesk()
  const { tray, app } = words.value
  const join = useJoin(ask)
  const [text, setText] = useState("")
  const [hits, setHits] = useState<readonly SearchHit[]>([])
  const look = (next: string): void => {
    setText(next)
    if (next.trim() === "") setHits([])
    else void vault.search(next).then((found) => setHits(found.slice(0, 8)))
  }
  return (
    <div class="stack-s">
      <TextField
        id="other-case"
        kind="search"
        label={tray.joinSearch}
        hint={app.searchAll}
        value={text}
        error={join.refused ?? undefined}
        onInput={look}
      />
      <ul class="rows">
        {hits.map((hit) => (
          <li class="row">
            <LevelMark level={hit.urgency} />
            <button type="button" class="button" onClick={() => void join.into({ stream: hit.stream })}>
              {tray.joinTo(hit.name)}
            </button>
            <span class="quiet data">{hit.aNumber}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
