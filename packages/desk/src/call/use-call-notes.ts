// Where the answers of a call go: into the case as notes of a call, or, until somebody knows whose it is, into the member's own drawer.
// An answer written again strikes its first form: both stay in the log.
import type { SearchHit } from "@safe-conduct/client/member"
import { useEffect, useRef, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import type { SealedNow } from "./sealed-field.tsx"

const KEPT = "call"
interface Note {
  readonly question: string
  readonly text: string
}
type Notes = Readonly<Record<string, Note>>

const isNotes = (value: unknown): value is Notes =>
  typeof value === "object" && value !== null && Object.values(value).every((one) => typeof (one as Note | null)?.text === "string")

export interface CallNotes {
  /** Texts by field, as an earlier page left them in the drawer. */
  readonly kept: Readonly<Record<string, string>>
  readonly count: number
  seal(field: string, question: string, text: string): Promise<SealedNow>
}

export function useCallNotes(who: Pick<SearchHit, "stream" | "person"> | null): CallNotes {
  const { vault, words, refusalText } = useDesk()
  const [notes, setNotes] = useState<Notes>({})
  const written = useRef(new Map<string, { readonly stream: string; readonly seq: number }>())

  useEffect(() => {
    let here = true
    void vault.drawer().then((drawer) => {
      const kept = drawer.ok ? drawer.value[KEPT] : undefined
      if (here && isNotes(kept)) setNotes((now) => ({ ...kept, ...now }))
    })
    return () => void (here = false)
  }, [vault])

  const write = async (to: NonNullable<typeof who>, field: string, { question, text }: Note): Promise<SealedNow> => {
    const said = { kind: "call", direction: "in", text: `${question}\n${text}`, person: to.person }
    const done = await vault.act(to.stream, "write-note", said)
    if (!done.ok) return { ok: false, sentence: refusalText(done.refusal) }
    const before = written.current.get(field)
    written.current.set(field, { stream: to.stream, seq: done.value.seq })
    if (before !== undefined) await vault.strike(before.stream, before.seq, words.value.call.corrected)
    return { ok: true }
  }

  // Now it is known who it is: what lay in the drawer goes into the case, and out of the drawer once all of it stands there.
  useEffect(() => {
    if (who === null) return
    const waiting = Object.entries(notes).filter(([field]) => written.current.get(field)?.stream !== who.stream)
    if (waiting.length === 0) return
    void (async () => {
      for (const [field, note] of waiting) if (!(await write(who, field, note)).ok) return
      await vault.keep(KEPT, {})
    })()
  }, [who?.stream, Object.keys(notes).length])

  return {
    kept: Object.fromEntries(Object.entries(notes).map(([field, { text }]) => [field, text])),
    count: Object.keys(notes).length,
    async seal(field, question, text) {
      const note = { question, text }
      const next = { ...notes, [field]: note }
      const done = who === null ? await kept(next) : await write(who, field, note)
      if (done.ok) setNotes((now) => ({ ...now, [field]: note }))
      return done
    },
  }

  async function kept(next: Notes): Promise<SealedNow> {
    const done = await vault.keep(KEPT, next)
    return done.ok ? { ok: true } : { ok: false, sentence: refusalText(done.refusal) }
  }
}
