// What relatives and callers type finds the place they mean, among a thousand.
import { findFacilities } from "@safe-conduct/domain/custody"
import { crowd } from "@safe-conduct/domain/custody/crowd"
import { describe, expect, test } from "vitest"
import { facilities } from "./facilities.ts"

const list = [...facilities, ...crowd]
const first = (typed: string): string | undefined => findFacilities(typed, list, 1)[0]?.facility.code

/** As it is heard, written in a hurry, or put into Cyrillic by ear. Several codes: houses of one town that the words do not part. */
const typed: readonly (readonly [typed: string, ...codes: string[]])[] = [
  ["Виннфилд", "LAWINCI"], ["Винфилд Луизиана", "LAWINCI"], ["Уинфилд", "LAWINCI"], ["Winfield LA", "LAWINCI"], ["Win correctional", "LAWINCI"],
  ["Аделанто", "ADLNTCA"], ["тюрьма Аделанта", "ADLNTCA"], ["Adalento ICE", "ADLNTCA"], ["adelanto det center", "ADLNTCA"],
  ["Меса", "IWAHOLD"], ["Меса Аризона", "IWAHOLD"], ["Меза", "IWAHOLD"], ["AROC mesa", "IWAHOLD"],
  ["Отай Меса", "CCASDCA"], ["Отай-Меза Сан Диего", "CCASDCA"], ["otey mesa", "CCASDCA"],
  ["Меса Верде", "CACFMES"], ["Бейкерсфилд", "CACFMES"], ["Bakersfeild", "CACFMES"],
  ["Александрия", "JENATLA"], ["Алегзандрия", "JENATLA"], ["Alexandra staging", "JENATLA"],
  ["Флоренс стейджинг", "FSF"], ["florence staging", "FSF"], ["Florance service processing", "FLO"],
  ["Элой", "EAZ"], ["Eloi detention", "EAZ"], ["Ла Пальма", "LPLCCAZ"],
  ["Базиль", "BASILLA"], ["Бэзил", "BASILLA"], ["south luisiana", "BASILLA"],
  ["Пайн Прери", "PINEPLA"], ["Pine Prarie", "PINEPLA"], ["Джена", "JENADLA"], ["La Salle Jena", "JENADLA"],
  ["Ричвуд", "RWCCMLA"], ["Richwod", "RWCCMLA"], ["Джексон Париш", "JKPCCLA"], ["Натчез", "ADAMSMS"], ["Натчес Миссисипи", "ADAMSMS"],
  ["Импириал", "IRADFCA"], ["Калексико", "IRADFCA"], ["Голден Стейт", "GLDSACA"],
  ["Такома", "CSCNWWA"], ["Tacomma", "CSCNWWA"], ["Пахрамп", "NVSDCNV"], ["Аврора Колорадо", "DENICDF"], ["Отеро", "OTRPCNM"],
  ["Торренс", "TOORANM"], ["Сибола", "CIBOCNM"], ["Эль-Пасо", "EPC", "EROFCB"], ["Форт Блисс", "EROFCB"], ["Порт Изабел", "PIC"],
  ["Пирсол", "STCDFTX"], ["Дилли", "STFRCTX"], ["Dilly family", "STFRCTX"], ["Карнес", "KRNRCTX"], ["Блубоннет", "BLBNATX"],
  ["Прейриленд", "PRLDCTX"], ["Конро", "JCRLYTX"], ["Джо Корли", "JCRLYTX"], ["Стюарт", "STWRTGA"], ["Стуарт Джорджия", "STWRTGA"], ["Ламкин", "STWRTGA"],
  ["Steward detention", "STWRTGA"], ["Фолкстон", "FIPCDGA"], ["Folkstone", "FIPCDGA"], ["Кром", "KRO"], ["Krom Miami", "KRO"],
  ["Броуард", "WCCPBFL"], ["Помпано Бич", "WCCPBFL"], ["Элизабет", "ELZICDF"], ["Elisabeth NJ", "ELZICDF"], ["Делани Холл", "DHDFNJ"], ["Ньюарк", "DHDFNJ"],
  ["Мошанон", "MSVPCPA"], ["Moshanon Vally", "MSVPCPA"], ["Батавия", "BTV"], ["Bufalo", "BTV"], ["Гошен", "ORANGNY"], ["Плимут", "PLYMOMA"],
  ["Фармвиль", "FRMVLVA"], ["Кэролайн", "CARDFVA"], ["Стоктон", "STK"], ["Бродвью", "BSAHOLD"],
] // biome-ignore format: a table

const swapped = (name: string): string => name.replace(/^(\S\S+?)(\p{L})(\p{L})/u, "$1$3$2")
const doubled = (name: string): string => name.replace(/^(\S{2})(\p{L})/u, "$1$2$2")
const dropped = (name: string): string => name.replace(/^(\S{3})\p{L}/u, "$1")
const short = (name: string): string =>
  name
    .replace("Detention Center", "Det Ctr")
    .replace("Processing Center", "IPC")
    .replace("Correctional Center", "Corr. Ctr")
    .replace("County", "Co.")
    .replace("Facility", "Fac")

/** The ways in which public lists write one house: shortened, renamed by what it does, with its town, with a slip. */
const ways: readonly ((of: { readonly name: string; readonly city: string; readonly state: string }) => string)[] = [
  ({ name }) => name.toUpperCase(),
  ({ name }) => short(name),
  ({ name, city }) => `${short(name)} (${city})`,
  ({ name, state }) => `${name}, ${state}`,
  ({ name, city }) => `${name} - ${city} ICE`,
  ({ name, city }) => `${swapped(name)} ${city}`,
  ({ name, city }) => `${doubled(name)} ${city}`,
  ({ name, city, state }) => `${dropped(name)} ${city} ${state}`,
]

describe("the first place shown is the one that was meant", () => {
  test(`in at least 95 of 100 misspelt or Cyrillic spellings (${typed.length})`, () => {
    const missed = typed.filter(([text, ...codes]) => !codes.includes(first(text) ?? "")).map(([text]) => `${text} → ${first(text)}`)
    expect(typed.length).toBeGreaterThanOrEqual(60)
    expect(missed.length / typed.length, missed.join(", ")).toBeLessThanOrEqual(0.05)
  })

  test(`in at least 95 of 100 variant names (${facilities.length * ways.length})`, () => {
    const all = facilities.flatMap((place) => ways.map((way) => ({ text: way(place), code: place.code })))
    const missed = all.filter(({ text, code }) => first(text) !== code).map(({ text }) => `${text} → ${first(text)}`)
    expect(all.length).toBeGreaterThanOrEqual(400)
    expect(missed.length / all.length, missed.join(", ")).toBeLessThanOrEqual(0.05)
  })
})

test("what names no place finds none, even among a thousand", () => {
  for (const text of ["Гуантанамо", "не знаю", "детеншен", "тюрьма ICE", "???", ""]) expect(findFacilities(text, list), text).toEqual([])
})

test("a key costs less than a frame over a thousand places", () => {
  expect(list.length).toBeGreaterThanOrEqual(1_000)
  const keys = ["Otay Mesa Detention Center", "Виннфилд Луизиана", "аделанто"].flatMap((text) =>
    [...text].map((_, n) => text.slice(0, n + 1)),
  )
  first("warm")
  const took = keys.map((text) => {
    const before = performance.now()
    findFacilities(text, list)
    return performance.now() - before
  })
  took.sort((a, b) => a - b)
  expect(took[Math.floor(took.length * 0.95)]).toBeLessThan(16)
})
