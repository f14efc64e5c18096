// The words of a place's name, brought to how they sound, so that Виннфилд meets Winnfield. People's names follow other rules
// (person/sound.ts): those are Russian names in Latin letters, these are American ones heard by Russian ears.

const letters: Readonly<Record<string, string>> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p",
  р: "r", с: "s", т: "t", у: "u", ф: "f", х: "h", ц: "ts", ч: "ch", ш: "sh", щ: "sh", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya",
} // biome-ignore format: an alphabet reads as a table

/** Sounds that English writes in several ways come out one way on both sides. Order matters. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"], [/igh/g, "ai"], [/ew/g, "iu"], [/qu(?=[ei])/g, "k"], [/ck/g, "k"], [/w/g, "v"], [/x/g, "ks"], [/q/g, "k"],
  [/c(?=[eiy])/g, "s"], [/ch/g, "č"], [/c/g, "k"], [/kh/g, "h"], [/dzh/g, "j"], [/th/g, "t"], [/z(?!h)/g, "s"], [/ee|ie|ea/g, "i"],
  [/oo|ou/g, "u"], [/y/g, "i"], [/(.)\1+/g, "$1"], [/(?<=...)e$/, ""],
] // biome-ignore format: pairs read as a table

/** Words that every jail has in its name tell no jail from another. */
const commonWords = new Set([
  "detention", "detentions", "center", "centre", "ctr", "cntr", "facility", "facilities", "fac", "processing", "ice", "ero", "ins", "dro", "correctional", "correction",
  "corrections", "corr", "county", "co", "cnty", "jail", "prison", "service", "immigration", "contract", "det", "spc", "ipc", "cdf", "the", "of", "in", "at", "and", "for",
  "tsentr", "tyurma", "tyurme", "tyurmu", "turma", "lager", "departatsionniy", "departatsionnyy", "immigratsionnyy", "immigratsionnoy", "immigratsionniy", "immigratsionnaya",
  "deteyshn", "detenshn", "detenshen", "fasiliti", "okrug", "okruga", "okruzhnaya", "graftstvo", "kaunti", "dzheyl", "v", "g", "gorod", "gorode", "shtat", "shtata",
]) // biome-ignore format: a list

export function latinOf(text: string): string {
  let out = ""
  for (const letter of text.normalize("NFKC").toLowerCase()) out += letters[letter] ?? letter
  return out.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
}

const soundOf = (word: string): string => sounds.reduce((w, [from, to]) => w.replace(from, to), word)

/** The telling words of a name, as they sound; all of them where none is telling. */
export function placeWords(text: string): readonly string[] {
  const all = latinOf(text)
    .replace(/['’`.]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 0)
  const telling = all.filter((word) => !commonWords.has(word))
  return [...new Set((telling.length > 0 ? telling : all).map(soundOf))]
}

/** What is left when a listener is unsure of every vowel: the first letter and the consonants. */
export const skeletonOf = (word: string): string => word.slice(0, 1) + word.slice(1).replace(/[aeiou]+/g, "")

/** English name, and how Russians say it where the letters alone would not lead there. */
export const stateNames: Readonly<Record<string, readonly string[]>> = {
  AL: ["Alabama"], AK: ["Alaska", "Аляска"], AZ: ["Arizona"], AR: ["Arkansas", "Арканзас"], CA: ["California", "Калифорния"], CO: ["Colorado"],
  CT: ["Connecticut", "Коннектикут"], DE: ["Delaware", "Делавэр"], DC: ["Washington DC"], FL: ["Florida"], GA: ["Georgia", "Джорджия"], HI: ["Hawaii", "Гавайи"],
  ID: ["Idaho", "Айдахо"], IL: ["Illinois", "Иллинойс"], IN: ["Indiana"], IA: ["Iowa", "Айова"], KS: ["Kansas", "Канзас"], KY: ["Kentucky"], LA: ["Louisiana", "Луизиана"],
  ME: ["Maine", "Мэн"], MD: ["Maryland", "Мэриленд"], MA: ["Massachusetts", "Массачусетс"], MI: ["Michigan", "Мичиган"], MN: ["Minnesota"], MS: ["Mississippi"],
  MO: ["Missouri", "Миссури"], MT: ["Montana"], NE: ["Nebraska"], NV: ["Nevada"], NH: ["New Hampshire"], NJ: ["New Jersey", "Нью-Джерси"], NM: ["New Mexico", "Нью-Мексико"],
  NY: ["New York", "Нью-Йорк"], NC: ["North Carolina", "Северная Каролина"], ND: ["North Dakota"], OH: ["Ohio", "Огайо"], OK: ["Oklahoma"], OR: ["Oregon"],
  PA: ["Pennsylvania"], RI: ["Rhode Island"], SC: ["South Carolina", "Южная Каролина"], SD: ["South Dakota"], TN: ["Tennessee"], TX: ["Texas", "Техас"], UT: ["Utah", "Юта"],
  VT: ["Vermont"], VA: ["Virginia", "Вирджиния"], WA: ["Washington", "Вашингтон"], WV: ["West Virginia"], WI: ["Wisconsin"], WY: ["Wyoming", "Вайоминг"],
  PR: ["Puerto Rico", "Пуэрто-Рико"], GU: ["Guam"], VI: ["Virgin Islands"], MP: ["Northern Mariana Islands"],
} // biome-ignore format: a table
