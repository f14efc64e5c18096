// People who vouch, each under the number by which the case knows him.
import { type VoucherSeen, vouchersOf } from "@safe-conduct/domain/compartment"
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useCase } from "../case/case-context.ts"
import { evidenceName } from "../case/form/choices.ts"
import { CompartmentForm } from "./compartment-form.tsx"
import { MadeLine } from "./made-line.tsx"
import { type Opened, options } from "./opened.ts"

export function Vouchers({ opened }: { readonly opened: Opened }) {
  const { words, newId } = useCase()
  const { labels, compartments: text } = words
  const [adding, setAdding] = useState(false)
  const all = vouchersOf(opened.state)
  return (
    <>
      {all.length === 0 && <p class="quiet">{text.empty.vouchers}</p>}
      <ul class="cards">
        {all.map((one) => (
          <Voucher key={one.voucher.voucher} one={one} opened={opened} />
        ))}
      </ul>
      <button type="button" class="button small" data-does="add-voucher" onClick={() => setAdding(true)}>
        {text.add.vouchers}
      </button>
      <Dialog open={adding} title={text.add.vouchers} onClose={() => setAdding(false)}>
        <CompartmentForm
          name={`voucher ${opened.stream}`}
          fields={[
            { at: "name", label: words.fields.name, hint: text.hints.name, is: "text" },
            { at: "where", label: text.fields.where, is: "choice", options: options(labels.pick.voucherWhere) },
            { at: "known", label: text.fields.known, is: "long" },
            { at: "contact", label: text.contact, is: "text", optional: true },
            { at: "maySay", label: text.fields.maySay, hint: text.hints.maySay, is: "long" },
          ]}
          send={(typed) => opened.act("add-voucher", { voucher: newId(), ...typed })}
          onDone={() => setAdding(false)}
        />
      </Dialog>
    </>
  )
}

function Voucher({ one, opened }: { readonly one: VoucherSeen; readonly opened: Opened }) {
  const open = useCase()
  const { labels, compartments: text } = open.words
  const [asking, setAsking] = useState<"bind" | "withdraw" | null>(null)
  const { voucher, evidence, withdrawn } = one
  const facts = [
    [text.known, voucher.known],
    [text.contact, voucher.contact],
    [text.maySay, voucher.maySay],
    [text.evidence, evidence.length === 0 ? text.noEvidence : evidence.map((id) => evidenceName(open, id)).join("; ")],
  ] as const
  return (
    <li class="card">
      <p>
        <strong>{text.voucher(voucher.number)}</strong> · <span class="said">{voucher.name}</span>,{" "}
        {labels.pick.voucherWhere[voucher.where]}
      </p>
      {withdrawn !== null && (
        <p class="withdrawn">
          {text.withdrawn(withdrawn)} {evidence.length > 0 && text.weighAgain}
        </p>
      )}
      <dl class="pairs">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div>
              <dt>{name}</dt>
              <dd class="said">{value}</dd>
            </div>
          ),
        )}
      </dl>
      <MadeLine made={voucher.made} opened={opened}>
        {withdrawn === null && (
          <>
            <button type="button" class="button small plain" onClick={() => setAsking("bind")}>
              {text.bind}
            </button>
            <button type="button" class="button small plain" onClick={() => setAsking("withdraw")}>
              {text.withdraw}
            </button>
          </>
        )}
      </MadeLine>
      <Dialog open={asking === "withdraw"} title={text.withdraw} onClose={() => setAsking(null)}>
        <CompartmentForm
          name={`withdraw ${opened.stream} ${voucher.voucher}`}
          fields={[{ at: "why", label: open.words.fields.why, is: "long" }]}
          send={(typed) => opened.act("withdraw-voucher", { voucher: voucher.voucher, ...typed })}
          onDone={() => setAsking(null)}
        />
      </Dialog>
      <Dialog open={asking === "bind"} title={text.bind} onClose={() => setAsking(null)}>
        <Bind voucher={voucher.voucher} opened={opened} onDone={() => setAsking(null)} />
      </Dialog>
    </li>
  )
}

/** The item's origin in the case becomes the number, which is weighed there as any other origin. */
function Bind({ voucher, opened, onDone }: { readonly voucher: string; readonly opened: Opened; readonly onDone: () => void }) {
  const desk = useDesk()
  const open = useCase()
  const text = open.words.compartments
  const bound = opened.state.bindings.map((row) => row.evidence)
  const free = open.view.state.evidence.filter((row) => !bound.includes(row.evidence))
  if (free.length === 0) return <p class="quiet">{text.nothingToBind}</p>
  return (
    <CompartmentForm
      name={`bind ${opened.stream} ${voucher}`}
      fields={[
        {
          at: "evidence",
          label: open.words.fields.evidence,
          hint: text.bindHint,
          is: "list",
          options: free.map((row) => ({ value: row.evidence, label: evidenceName(open, row.evidence) })),
        },
      ]}
      send={(typed) =>
        desk.vault.bindVoucher(open.view.stream, opened.stream, { voucher, evidence: typed["evidence"] ?? "", why: text.bindWhy })
      }
      onDone={onDone}
    />
  )
}
