// A lawyer's folder, in Russian.
import { plural } from "../../plural.ts"
import type { FolderWords } from "./index.ts"

export const folder = {
  title: "Папка адвоката",
  lead: "Один код из 13 слов открывает список всех обращений, отправленных под ним. У каждого доверителя есть и свой код: его можно передать отдельно.",
  open: "Открыть папку",
  make: "Создать слова новой папки",
  made: "Слова вашей новой папки. Никому их не говорите: они открывают ящик каждого доверителя. Обращения отправляют под ними командой safe-conduct submit --folder.",
  looking: (found) => `Ищем… найдено: ${found}`,
  count: (count) => plural("ru", count, { one: "обращение", few: "обращения", many: "обращений", other: "обращения" }),
  needed: (places) => `От вас нужно кое-что: № ${places}`,
  place: "№",
  state: "Состояние",
  last: "Последний ответ",
  noReply: "пока нет",
  unread: "прочесть не удалось",
  openOne: "Открыть",
  hand: "Слова этого доверителя",
  handText: "Эти 13 слов открывают только этот ящик и больше ничего в папке.",
  back: "К списку",
  again: "Посмотреть ещё раз",
  close: "Закрыть папку",
} as const satisfies FolderWords
