// In which encoding a text of unknown origin is written. Old Russian mail and court sites still give windows-1251 and KOI8-R, which no
// byte tells apart: the one that reads as Russian is taken.
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1251" | "koi8-r"

/** Texts longer than this are not guessed at. */
const textLimit = 20_000_000
const sample = 64 * 1024

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

/** Null where the bytes read as text in none of them. */
export function encodingOf(bytes: Uint8Array): Encoding | null {
  if (bytes.length > textLimit) return null
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    return control.test(text) ? null : "utf-8"
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault
  }
  const read = (encoding: Encoding): string => new TextDecoder(encoding).decode(bytes.subarray(0, sample))
  if (control.test(read("windows-1251"))) return null
  const [windows, koi] = [russian(read("windows-1251")), russian(read("koi8-r"))]
  if (Math.max(windows, koi) < 25) return null
  return koi > windows ? "koi8-r" : "windows-1251"
}

/** Per mille at which each letter stands in Russian prose, а to я and ё. */
const often: Readonly<Record<string, number>> = Object.fromEntries(
  [..."оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"].map((letter, at) => [
    letter,
    [110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19][at] ?? 7,
  ]),
)

/** How Russian it reads: the mean frequency of what is not ASCII, and a little for small letters after capitals and not before. */
function russian(text: string): number {
  // oxlint-disable-next-line no-control-regex -- ASCII is what is left out
  const strange = [...text.replace(/[\u0000-\u007f]/g, "")]
  if (strange.length === 0) return 0
  const frequency = strange.reduce((sum, letter) => sum + (often[letter.toLowerCase()] ?? -40), 0)
  const turned = (text.match(/[а-яё][А-ЯЁ]/g) ?? []).length
  return (frequency - 60 * turned) / strange.length
}

/** Marks that turn the direction of text or stand unseen, made visible: a name or a line must not read otherwise than it is. */
export const visible = (text: string): string =>
  text.replace(
    /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
    (mark) => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
  )
