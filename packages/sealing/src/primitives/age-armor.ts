// An age file as the letters that travel by mail (`age -a`), and back.
import { armor } from "age-encryption"

/** The file behind its armour, or as it is; null where the armour is damaged. */
export function withoutArmor(file: Uint8Array): Uint8Array | null {
  const start = new TextDecoder().decode(file.subarray(0, 64)).trimStart()
  if (!start.startsWith("-----BEGIN AGE")) return file
  try {
    return armor.decode(new TextDecoder().decode(file))
  } catch {
    return null
  }
}
