// One dialog with two ends: they say the same, by a way that was known; or it is put aside, and why.
import type { CodeWish, KnownPath } from "@safe-conduct/domain/case"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../../app/context.tsx"
import { useCase } from "../case-context.ts"
import { KnownPathFields } from "./known-path.tsx"

interface SettleWishProps {
  readonly wish: CodeWish
  readonly paths: readonly KnownPath[]
  readonly onDone: () => void
}

export function SettleWish({ wish: { ask, seq, wish }, paths, onDone }: SettleWishProps) {
  const desk = useDesk()
  const { view, code, told, open } = useCase()
  const [called, setCalled] = useState({ path: paths[0]?.entry ?? "", by: "" })
  const [why, setWhy] = useState("")
  const [no, setNo] = useState<{ readonly by?: string; readonly why?: string }>({})

  async function confirm(): Promise<void> {
    const by = called.by.trim()
    if (by === "") return setNo({ by: code.byMissing })
    const done = await desk.vault.act(view.stream, "confirm-code", { ask, seq, path: called.path, by, on: desk.now() })
    if (!done.ok) return setNo({ by: desk.refusalText(done.refusal) })
    await told(done, code.confirmed)
    onDone()
    // What is wrong is put right by a member's hand, and says whose word it rests on.
    const named = wish.kind === "correct" ? view.state.requests.find((row) => row.ask === ask)?.people : undefined
    const person = named?.find((one) => "person" in wish && one.index === wish.person) ?? named?.[0]
    if (person !== undefined) open("describe-person", { "/person": person.person, "/source": { ask, seq } })
  }

  async function putAside(): Promise<void> {
    if (why.trim() === "") return setNo({ why: code.whyMissing })
    const done = await desk.vault.act(view.stream, "put-code-aside", { ask, seq, why: why.trim() })
    if (!done.ok) return setNo({ why: desk.refusalText(done.refusal) })
    await told(done, code.aside)
    onDone()
  }

  return (
    <>
      <form
        class="stack-s"
        onSubmit={(event) => {
          event.preventDefault()
          void confirm()
        }}
      >
        <KnownPathFields paths={paths} words={code} value={called} onInput={setCalled} error={no.by} />
        {paths.length > 0 && (
          <div>
            <button type="submit" class="button main">
              {code.confirm}
            </button>
          </div>
        )}
      </form>
      <form
        class="stack-s"
        onSubmit={(event) => {
          event.preventDefault()
          void putAside()
        }}
      >
        <TextField id="aside-why" label={code.why} value={why} onInput={setWhy} error={no.why} max={2000} />
        <div>
          <button type="submit" class="button">
            {code.putAside}
          </button>
        </div>
      </form>
    </>
  )
}
