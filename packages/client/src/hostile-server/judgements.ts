// Decisions: what one member may not do though she holds every key of the case and the server stores whatever she hands it. The
// lines are signed and sealed as they should be; it is the fold that refuses them, in every honest client alike.
import { randomId, sealEntry } from "@safe-conduct/sealing/seal"
import { headAfter } from "@safe-conduct/sealing/verify"
import type { Guard, Hash, Head, Id, Page } from "@safe-conduct/wire"
import { seedsOf } from "../testing/desk.ts"
import { good } from "../testing/family.ts"
import { type Mutation, altering, refusalOf } from "./mutation.ts"
import { type Scene, borisThrough, keysGiven, pageOf, serversOwn } from "./scene.ts"

interface Written {
  readonly by: "anna" | "boris"
  readonly plain: unknown
  readonly guards?: readonly Guard[]
}
interface Place extends Head {
  readonly hash: Hash
}

export function judgements(s: Scene): readonly Mutation[] {
  /** Lines behind the last one, each made when the ones before it stand. Answers how the last is shown, and whether anything moved. */
  const row = (
    name: string,
    refusal: string,
    lines: readonly ((places: readonly Place[]) => Written)[],
    of: keyof Told = "notes",
  ): Mutation => ({
    name,
    refusal,
    attempt: async () => {
      const page = await pageOf(s, s.stream)
      const keys = await keysGiven(s.api, s.id, s.stream, seedsOf(s.desk, 1).member as Id, s.borisKeys)
      const last = page.entries.at(-1)?.entry
      if (last === undefined) throw new Error("the case is empty")
      const entries: Page["entries"][number][] = []
      const places: Place[] = [headAfter(last)]
      for (const line of lines) {
        const { by, plain, guards } = line(places)
        const head = places.at(-1) as Place
        const directory = { seq: last.dirSeq, hash: last.dirHash }
        const place = { desk: s.id, stream: s.stream, head, epoch: last.epoch, directory, guards: guards ?? [] }
        const entry = await sealEntry(place, s[`${by}Keys`].signing, keys.get(last.epoch) as Uint8Array, plain)
        entries.push({ entry, hour: page.entries.at(-1)?.hour as never })
        places.push(headAfter(entry))
      }
      let told: Page | null = null
      const change = (given: Page): Page =>
        given.entries.length === 0 && told !== null
          ? { entries: [], head: told.head }
          : (told = { entries: [...given.entries, ...entries], head: places.at(-1) as Place })
      const vault = await borisThrough(s, altering<Page>(s.desk, new RegExp(`^/api/streams/${s.stream}/entries`), change))
      const opened = await vault.openCase(s.stream)
      if (!opened.ok) return refusalOf(opened)
      const before = good(await s.boris.openCase(s.stream)).state as unknown as Told
      const now = opened.value.state as unknown as Told
      const said = opened.value.log.find((line) => line.seq === places.at(-1)?.seq)?.refused
      if (said !== undefined && said !== null) return said.error
      return now[of].length > before[of].length + lines.length - 1 ? "accepted" : "nothing"
    },
  })
  const does = (by: "anna" | "boris", name: string, input: unknown, more: { readonly v?: number; readonly id?: string } = {}): Written => ({
    by,
    plain: { does: name, v: more.v ?? 1, id: more.id ?? randomId(), at: s.desk.now, input },
  })
  const at = (places: readonly Place[], n: number): Place => places[n] as Place
  const split = (places: readonly Place[]): Written =>
    does("anna", "propose-split", { people: [s.person], reason: "The child waits for a court.", saw: at(places, 0) })
  const guarded = (written: Written, head: Head): Written => ({ ...written, guards: [{ stream: s.family.ask as Id, ...head }] })
  const anyHead = { seq: 1, hash: "8".repeat(64) as Hash }
  const once = randomId()

  return [
    row("a note by a member (control)", "accepted", [() => does("anna", "write-note", { kind: "note", text: "true" })]),
    row("an action that nobody knows", "unknown-action", [() => does("anna", "deport", { person: s.person })]),
    row("an action in a version that is not in force", "version-not-in-force", [
      () => does("anna", "write-note", { kind: "note", text: "x" }, { v: 2 }),
    ]),
    row("an edition begun without the release key", "edition-unsigned", [
      () => does("anna", "begin-edition", { edition: 2, signature: `${"A".repeat(86)}==` }),
    ]),
    row("an edition that skips one", "edition-out-of-order", [
      () => does("anna", "begin-edition", { edition: 3, signature: serversOwn().key }),
    ]),
    row("text that is no action", "nothing", [() => ({ by: "anna", plain: ["approve", "everything"] })]),
    row("a second line with a known id", "nothing", [
      () => does("anna", "write-note", { kind: "note", text: "first" }, { id: once }),
      () => does("anna", "write-note", { kind: "note", text: "second" }, { id: once }),
    ]),
    row("a line about nobody in this case", "unknown-person", [
      () => does("anna", "record-wish", { person: "a".repeat(26), wish: "go", how: "person" }),
    ]),
    row("a judgement that says it saw another history", "saw-unknown", [
      (places) =>
        does("anna", "propose-split", { people: [s.person], reason: "Reason.", saw: { seq: at(places, 0).seq, hash: "9".repeat(64) } }),
    ]),
    row("a judgement that saw what is yet to come", "saw-unknown", [
      (places) =>
        does("anna", "propose-split", { people: [s.person], reason: "Reason.", saw: { seq: at(places, 0).seq + 9, hash: "9".repeat(64) } }),
    ]),
    row("an approval of something that nobody proposed", "nothing-to-approve", [
      (places) => does("boris", "approve", { entry: "9".repeat(64), saw: at(places, 0) }),
    ]),
    row("both signatures by one member", "same-member", [
      split,
      (places) => guarded(does("anna", "approve", { entry: at(places, 1).hash, saw: at(places, 1) }), anyHead),
    ]),
    row("an approval without the heads of the mailboxes concerned", "guard-missing", [
      split,
      (places) => does("boris", "approve", { entry: at(places, 1).hash, saw: at(places, 1) }),
    ]),
    row("an approval by someone who had not seen the proposal", "saw-too-early", [
      split,
      (places) => guarded(does("boris", "approve", { entry: at(places, 1).hash, saw: at(places, 0) }), anyHead),
    ]),
    row("an approval after what it rests on has changed", "changed-since", [
      split,
      () => does("anna", "describe-person", { person: s.person, relation: "spouse" }),
      () => does("anna", "record-wish", { person: s.person, wish: "stay", how: "person" }),
      (places) => guarded(does("boris", "approve", { entry: at(places, 1).hash, saw: at(places, 1) }), anyHead),
    ]),
    row("a reading revealed that was never committed", "reading-not-committed", [
      (places) => does("boris", "reveal-reading", { claim: s.claim, finding: "established", salt: "ab".repeat(16), saw: at(places, 0) }),
    ]),
    row("a reading revealed while nobody else has committed", "reading-alone", [
      (places) => does("boris", "commit-reading", { claim: s.claim, commitment: "7".repeat(64), saw: at(places, 0) }),
      (places) => does("boris", "reveal-reading", { claim: s.claim, finding: "established", salt: "ab".repeat(16), saw: at(places, 1) }),
    ]),
    row("a strike of a line that is not there", "nothing-to-strike", [() => does("anna", "strike", { seq: 400, why: "because" })]),
  ]
}

type Told = Readonly<Record<"notes" | "approvals" | "splits" | "readings", readonly unknown[]>>
