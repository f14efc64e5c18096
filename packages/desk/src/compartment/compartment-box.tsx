// One compartment in its border: not opened yet, closed to this member, or open to her.
import type { CompartmentLine, CompartmentMember, CompartmentView, Refusal } from "@safe-conduct/client/member"
import { type Compartment, opensCompartment } from "@safe-conduct/domain/compartment"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import type { ComponentChildren } from "preact"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useCase } from "../case/case-context.ts"
import { AdverseNotes } from "./adverse-notes.tsx"
import { MembersDialog } from "./members-dialog.tsx"
import type { Opened } from "./opened.ts"
import { OpeningsList } from "./openings-list.tsx"
import { Vouchers } from "./vouchers.tsx"

function Box({
  kind,
  acts,
  children,
}: {
  readonly kind: Compartment
  readonly acts?: ComponentChildren
  readonly children: ComponentChildren
}) {
  const { words } = useCase()
  return (
    <section class="compartment" aria-labelledby={`compartment-${kind}`} data-kind={kind}>
      <header>
        <h3 id={`compartment-${kind}`}>{words.labels.pick.compartment[kind]}</h3>
        {acts && <div class="acts">{acts}</div>}
      </header>
      {children}
    </section>
  )
}

function useNames() {
  const desk = useDesk()
  const { words, nameOf } = useCase()
  const text = words.compartments
  return (members: readonly CompartmentMember[]): string =>
    members
      .map(({ member, name, active, onCase }) => {
        const called = member === desk.who.value?.member ? text.you : name || nameOf(member)
        return active && onCase ? called : `${called} (${active ? text.offCase : text.left})`
      })
      .join(", ")
}

export function ClosedBox({ line }: { readonly line: CompartmentLine }) {
  const { words } = useCase()
  const namesOf = useNames()
  const text = words.compartments
  return (
    <Box kind={line.kind}>
      <p>
        <strong>{text.closed}</strong> {text.on(namesOf(line.members))}
      </p>
    </Box>
  )
}

export function UnopenedBox({ kind }: { readonly kind: Compartment }) {
  const desk = useDesk()
  const { view, words, told } = useCase()
  const text = words.compartments
  const [choosing, setChoosing] = useState(false)
  const mine = opensCompartment[kind].some((role) => desk.who.value?.roles.includes(role))
  const roles = opensCompartment[kind].map((role) => desk.words.value.members.roleNames[role]).join(", ")
  return (
    <Box kind={kind}>
      <p class="quiet">{text.purpose[kind]}</p>
      <p class="quiet small">
        {text.none} {!mine && text.whoOpens(roles)}
      </p>
      {mine && (
        <button type="button" class="button small" onClick={() => setChoosing(true)}>
          {text.open[kind]}
        </button>
      )}
      {mine && (
        <MembersDialog
          open={choosing}
          title={text.openTitle[kind]}
          hint={text.openHint}
          go={text.openGo}
          start={[]}
          send={async (members) => {
            const done = await desk.vault.newCompartment(view.stream, kind, members)
            if (done.ok) await told(done)
            return done
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </Box>
  )
}

export function OpenBox({ line }: { readonly line: CompartmentLine }) {
  const desk = useDesk()
  const { view, words, told } = useCase()
  const namesOf = useNames()
  const text = words.compartments
  const [inside, setInside] = useState<CompartmentView | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [choosing, setChoosing] = useState(false)
  async function read(): Promise<void> {
    const got = await desk.vault.openCompartment(view.stream, line.stream)
    setInside(got.ok ? got.value : null)
    setRefusal(got.ok ? null : got.refusal)
  }
  useEffect(() => {
    void read()
    return desk.vault.on((change) => {
      if (change.stream === line.stream || change.stream === view.stream) void read()
    })
  }, [view.stream, line.stream])
  const change = async (members: readonly string[]) => {
    const done = await desk.vault.setCompartmentRoster(view.stream, line.stream, members)
    if (done.ok) await told(done, text.changed)
    return done
  }
  const opened: Opened | null =
    inside === null ? null : { ...inside, act: (does, input) => desk.vault.actCompartment(view.stream, line.stream, does, input) }
  return (
    <Box
      kind={line.kind}
      acts={
        opened !== null && (
          <button type="button" class="button small plain" onClick={() => setChoosing(true)}>
            {text.change}
          </button>
        )
      }
    >
      {refusal !== null && <RefusalNotice title={text.closed} sentence={desk.refusalText(refusal)} code={refusal.error} />}
      {opened !== null && (
        <>
          <p class="quiet small">{text.on(namesOf(opened.roster))}</p>
          {opened.beyond !== null && <p class="halted">{text.beyond}</p>}
          {opened.saidOtherwise && (
            <Notice role="status">
              <p>{text.otherwise}</p>
              <button type="button" class="button small" onClick={() => void change(opened.roster.map(({ member }) => member))}>
                {text.sayAgain}
              </button>
            </Notice>
          )}
          {line.kind === "adverse" ? <AdverseNotes opened={opened} /> : <Vouchers opened={opened} />}
          <OpeningsList stream={line.stream} />
        </>
      )}
      {opened !== null && (
        <MembersDialog
          open={choosing}
          title={text.changeTitle}
          hint={text.changeHint}
          go={text.changeGo}
          start={opened.roster.map(({ member }) => member)}
          send={change}
          onClose={() => setChoosing(false)}
        />
      )}
    </Box>
  )
}
