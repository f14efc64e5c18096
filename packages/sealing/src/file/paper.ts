// A file that was locked away from our pages, with `age -R`: as it is, or in armour. Nothing but a hybrid file is read, whole and verified
// to its last byte.
import type { Bytes } from "@safe-conduct/wire"
import { withoutArmor } from "../primitives/age-armor.ts"
import { type Identity, ageOpen } from "../primitives/age.ts"

export async function openPaper(identity: Identity, file: Uint8Array): Promise<Bytes | null> {
  const bare = withoutArmor(file)
  return bare === null ? null : ageOpen(identity, bare)
}
