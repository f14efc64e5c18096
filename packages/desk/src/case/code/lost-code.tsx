// She lost her words and asked anew: one member calls her by a way that was known before, and proposes that the new mailbox takes the
// place of the old one. A second signs it where all second signatures are given.
import { pathsOf, replacedBy } from "@safe-conduct/domain/case"
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import { Select } from "@safe-conduct/ui/choice.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../../app/context.tsx"
import { useCase } from "../case-context.ts"
import { KnownPathFields } from "./known-path.tsx"

export function LostCode() {
  const { code } = useCase()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <button type="button" class="button small" onClick={() => setAsking(true)}>
        {code.lost.open}
      </button>
      <Dialog open={asking} title={code.lost.title} onClose={() => setAsking(false)}>
        <LinkForm onDone={() => setAsking(false)} />
      </Dialog>
    </>
  )
}

function LinkForm({ onDone }: { readonly onDone: () => void }) {
  const desk = useDesk()
  const { view, code, told } = useCase()
  const { state } = view
  const asks = state.requests.filter((row) => replacedBy(state, row.ask) === null)
  const [old, setOld] = useState(asks[0]?.ask ?? "")
  const later = asks.filter((row) => row.made.seq > (asks.find((one) => one.ask === old)?.made.seq ?? 0))
  const [chosen, setChosen] = useState("")
  const anew = later.find((row) => row.ask === chosen) ?? later.at(-1)
  const paths = anew === undefined ? [] : pathsOf(state, old, anew.made.seq)
  const [called, setCalled] = useState({ path: "", by: "" })
  const path = paths.find((one) => one.entry === called.path)?.entry ?? paths[0]?.entry ?? ""
  const [no, setNo] = useState<string>()
  const options = (rows: typeof asks) =>
    rows.map((row) => ({
      value: row.ask,
      label: [row.asker.name, row.asker.contact?.how, row.ask.slice(0, 6)].filter(Boolean).join(" · "),
    }))

  async function propose(): Promise<void> {
    const by = called.by.trim()
    if (by === "") return setNo(code.byMissing)
    const input = { old, new: anew?.ask, path, by, on: desk.now() }
    const done = await desk.vault.act(view.stream, "link-code", input, { saw: view.head })
    if (!done.ok) return setNo(desk.refusalText(done.refusal))
    await told(done, code.lost.done)
    onDone()
  }

  return (
    <form
      class="stack-s"
      onSubmit={(event) => {
        event.preventDefault()
        void propose()
      }}
    >
      <p>{code.lost.text}</p>
      <Select id="link-old" label={code.lost.old} value={old} onInput={setOld} options={options(asks.slice(0, -1))} />
      <Select id="link-new" label={code.lost.new} value={anew?.ask ?? ""} onInput={setChosen} options={options(later)} />
      <KnownPathFields paths={paths} words={code} value={{ ...called, path }} onInput={setCalled} error={no} />
      {paths.length > 0 && (
        <div>
          <button type="submit" class="button main">
            {code.lost.go}
          </button>
        </div>
      )}
    </form>
  )
}
