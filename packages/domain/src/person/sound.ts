// One skeleton for every spelling of a Russian name: Cyrillic, the passport schemes since the nineties, French, German, how a clerk heard it.
// It is meant to find, not to prove: two names with one skeleton are shown side by side to a person.

// ICAO 9303, letter by letter; ё counts as е and the soft sign is silent. Ъ is silent or "ie" and is handled in `skeletons`.
// biome-ignore format: a table
const latinOf: Readonly<Record<string, string>> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "i", к: "k", л: "l", м: "m", н: "n", о: "o",
  п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ы: "y", ь: "", э: "e", ю: "iu", я: "ia",
  і: "i", ї: "i", є: "e", ґ: "g", ў: "u",
}

/** Upper case stands for one sound each: S ш щ, C ч, J ж, H х, T ц. Order matters: longer spellings first. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/chtch|shch|schtsch|stch|shh|sch/g, "S"],
  [/tsch|tch/g, "C"],
  [/sh/g, "S"],
  [/ch/g, "C"],
  [/zh/g, "J"],
  [/kh/g, "H"],
  [/h/g, "H"],
  [/ts|tc|tz/g, "T"],
  [/c(?=[eiy])/g, "T"],
  [/c/g, "k"],
  [/x/g, "ks"],
  [/ph/g, "f"],
  [/q/g, "k"],
  [/w/g, "v"],
  [/ou/g, "u"],
  [/gu(?=[ei])/g, "g"],
  [/j(?=[^aeouy]|$)(?<![aeiouy]j)/g, "J"],
  [/[yj]/g, "i"],
  [/(.)\1+/g, "$1"],
  [/i(?=[aeu])/g, ""],
  [/io|(?<=[SCJT])o/g, "e"],
  [/([oe])f$/g, "$1v"],
  [/ine$/g, "in"],
  [/(.)\1+/g, "$1"],
]

/** Every skeleton one word may have: usually one, two where French `ch` may be ш, where `j` may be дж, where a hard sign was written "ie". */
export function skeletons(word: string): string[] {
  const plain = word.normalize("NFC").toLowerCase()
  const spellings = plain.includes("ъ") ? [plain.replaceAll("ъ", ""), plain.replaceAll("ъ", "ие")] : [plain]
  const latin = spellings.map(toLatin)
  const heard = latin.flatMap((text) => [
    text,
    ...(/ch/.test(text) && !/[a-z]*(tch|sch|shch)/.test(text) ? [text.replaceAll("ch", "sh")] : []),
    ...(/^j[aeou]/.test(text) ? [`dzh${text.slice(1)}`] : []),
  ])
  return [...new Set(heard.map((text) => sounds.reduce((left, [from, to]) => left.replace(from, to), text)))].filter((text) => text !== "")
}

/** Letters only: marks, apostrophes and ligature ties of the library schemes fall away. */
function toLatin(word: string): string {
  const letters = [...word].map((letter) => latinOf[letter] ?? letter).join("")
  return letters.normalize("NFKD").replace(/[^a-z]/g, "")
}
