// The folder as a page knows it: its words typed, its rows as they are found, the one that is open. Nothing of it stays on the device.
import { batch, signal } from "@preact/signals"
import { createBox } from "../mailbox/box.ts"
import { broken, type FolderRow, type Port } from "../port/port.ts"

export type FolderPlace = "words" | "looking" | "list" | "one" | "hand"

export function createFolder(port: Port) {
  // The words are typed, repaired and asked about as for any mailbox; only what they open is another thing.
  const box = createBox(port, openFolder)
  const place = signal<FolderPlace>("words")
  const rows = signal<readonly FolderRow[]>([])
  const chosen = signal<FolderRow | null>(null)
  const handed = signal<readonly string[]>([])
  /** Where in the list she came from, so that she goes on there. */
  const from = signal<{ readonly index: number; readonly place: FolderPlace } | null>(null)

  async function openFolder(): Promise<void> {
    const code = box.found.value?.code
    if (!code) return
    batch(() => {
      rows.value = []
      from.value = null
      place.value = "looking"
    })
    const got = await port.folder(code, (row) => (rows.value = [...rows.value, row])).catch(broken)
    if (!got.ok) {
      place.value = "words"
      return box.refuse(got.refusal)
    }
    batch(() => {
      rows.value = got.value
      place.value = "list"
    })
  }

  async function openOne(row: FolderRow): Promise<void> {
    const code = box.found.value?.code
    if (!code) return
    const opened = await port.openChild(code, row.index).catch(broken)
    if (!opened.ok) return void (box.refused.value = opened.refusal)
    await box.refresh()
    batch(() => {
      chosen.value = row
      place.value = "one"
    })
  }

  async function hand(row: FolderRow, language: Parameters<Port["childWords"]>[2]): Promise<void> {
    const code = box.found.value?.code
    if (!code) return
    const words = await port.childWords(code, row.index, language)
    batch(() => {
      chosen.value = row
      handed.value = words
      place.value = "hand"
    })
  }

  async function back(): Promise<void> {
    if (place.value === "one") await port.close().catch(() => {})
    batch(() => {
      from.value = chosen.value && { index: chosen.value.index, place: place.value }
      chosen.value = null
      handed.value = []
      place.value = "list"
    })
  }

  async function leave(): Promise<void> {
    await box.leave()
    batch(() => {
      rows.value = []
      handed.value = []
      from.value = null
      place.value = "words"
      box.place.value = "words"
    })
  }

  return { box, place, rows, chosen, handed, from, openFolder, openOne, hand, back, leave }
}
export type Folder = ReturnType<typeof createFolder>
