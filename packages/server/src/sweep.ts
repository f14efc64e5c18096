// Housekeeping by the hour: files that no entry ever listed go after 14 days, sessions when they have ended, and the wrapped seeds of
// members who were removed, openings after 90 days, and wakes with their notices after seven. Files held open for uploads are let go.
import { type Hour, OPENING_DAYS, WAKE_DAYS, hourOf } from "@safe-conduct/wire"
import type { Service } from "./service.ts"

/** Days after which a file that no entry lists is an orphan. */
export const ORPHAN_DAYS = 14
const DAY = 86_400_000

export async function sweep(service: Service): Promise<void> {
  const { store, objects } = service
  await objects.rest()
  const before: Hour = hourOf(service.now() - ORPHAN_DAYS * DAY)
  for (;;) {
    const orphans = await store.orphans(before, 100)
    for (const object of orphans) {
      // First it can be listed no more, then its bytes go, then its row: a crash between leaves a row to find it by.
      if (!(await store.write((tx) => tx.closeOrphan(object)))) continue
      await objects.remove(object)
      await store.write((tx) => tx.dropObject(object))
    }
    if (orphans.length < 100) break
  }
  const { members } = await service.directory.latest()
  const removed = Object.values(members).flatMap((member) => (member.until === null ? [] : [member.id]))
  await store.write((tx) => tx.dropWrapsBy(removed))
  await store.write((tx) => tx.dropWaysOf(removed))
  await store.write((tx) => tx.dropOpeningsBefore(hourOf(service.now() - OPENING_DAYS * DAY)))
  await store.write((tx) => tx.dropWakesBefore(hourOf(service.now() - WAKE_DAYS * DAY)))
  await store.write((tx) => tx.dropAlarmsBefore(Math.floor((service.now() - DAY) / 60_000)))
  await store.write((tx) => tx.dropSessionsBefore(Math.floor(service.now() / 60_000)))
}
