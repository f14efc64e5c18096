// What counts as the same letter when a code is typed: accents, case, ё, width and stray marks are folded away,
// and text typed with the keyboard set to another alphabet is read key by key.
import type { Language } from "./code.ts"

// One row a layout, the same keys in the same order: the letter keys from the upper left to the lower right.
const keys = {
  ru: "йцукенгшщзхъфывапролджэячсмитьбюё",
  en: "qwertyuiop[]asdfghjkl;'zxcvbnm,.`",
  fr: "azertyuiop^$qsdfghjklmùwxcvbn,;:²",
} as const
// Shift changes the signs that stand on letter keys in the other alphabet.
const shifted: Readonly<Record<string, string>> = { "{": "[", "}": "]", ":": ";", '"': "'", "<": ",", ">": ".", "~": "`" }
const lookalikes: Readonly<Record<string, string>> = {
  a: "а",
  b: "в",
  c: "с",
  e: "е",
  h: "н",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  x: "х",
  y: "у",
}

/** A word as it is compared: lower case, no accents, ё as е, й as и, œ as oe. */
export function fold(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
  return /\p{Script=Cyrillic}/u.test(plain) && /[a-z]/.test(plain)
    ? plain.replace(/[a-z]/g, (letter) => lookalikes[letter] ?? letter)
    : plain
}

const layout = (from: string, to: string): ReadonlyMap<string, string> => new Map([...from].map((key, i) => [key, to[i] as string]))
const asRussian = [layout(keys.en, keys.ru), layout(keys.fr, keys.ru)]
const asLatin = { en: [layout(keys.ru, keys.en)], fr: [layout(keys.ru, keys.fr), layout(keys.ru, keys.en)] }

/** The text as it stands, then as it would stand had the keyboard been set to the given language's alphabet. */
export function readings(text: string, language: Language): string[] {
  const composed = text.normalize("NFC").toLowerCase()
  const foreign = language === "ru" ? /\p{Script=Latin}/u.test(composed) : /\p{Script=Cyrillic}/u.test(composed)
  if (!foreign) return [text]
  const layouts = language === "ru" ? asRussian : asLatin[language]
  return [
    text,
    ...layouts.map((map, i) =>
      [...composed].map((key) => map.get(key) ?? (language === "ru" && i === 0 ? map.get(shifted[key] ?? "") : undefined) ?? key).join(""),
    ),
  ]
}

/** The words of a text, with "?" where the person marked one as missing; numbers, signs and spaces between them do not count. */
export function tokens(text: string): string[] {
  const marks = /[\p{L}\p{M}\p{Cf}]*\p{L}[\p{L}\p{M}\p{Cf}]*|(?<![\p{L}\p{M}])(?:\?+|…|\.{3,}|_{2,})(?![\p{L}\p{M}])/gu
  return [...text.matchAll(marks)].map(([found]) => (/\p{L}/u.test(found) ? found : "?"))
}
