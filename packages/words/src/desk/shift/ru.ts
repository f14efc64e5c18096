// Слова о смене по-русски.
import { plural } from "../../plural.ts"
import type { ShiftWords } from "./index.ts"

const n = (count: number, one: string, few: string, many: string): string => plural("ru", count, { one, few, many, other: many })

export const shift = {
  leave: "Сдать смену",
  leaveLede: "Что должен знать следующий? Это стоит наверху страницы «Сегодня», пока смену не примут.",
  paragraph: "Один абзац",
  again: "Начать заново по фактам",
  leaveGo: "Сдать смену",
  left: "Смена сдана. Абзац стоит наверху страницы «Сегодня».",
  saidAt: (name, when) => `Смену сдаёт ${name}, ${when}`,
  mine: "Смену ещё никто не принял.",
  take: "Принимаю смену",
  took: "Смена принята.",
  takenBy: (name, when) => `смену принимает ${name}, ${when}`,
  draft: {
    red: (count, names) => `Срочная опасность (${count}): ${names}.`,
    flights: (said) => `Рейсы: ${said}.`,
    opened: (count, names) => `Открыто за смену (${count}): ${names}.`,
    due: (count, names) => `Сделать сегодня (${count}): ${names}.`,
    requests: (count) => n(count, "новое обращение.", "новых обращения.", "новых обращений."),
    signatures: (count) => n(count, "дело ждёт второй подписи.", "дела ждут второй подписи.", "дел ждут второй подписи."),
    replies: (count) => n(count, "ответ не открыт.", "ответа не открыты.", "ответов не открыты."),
    looks: (count) => n(count, "проверка по срокам.", "проверки по срокам.", "проверок по срокам."),
    quiet: "Срочного нет, ничто не ждёт.",
  },
  reviewed: (when) => `посмотрели, до ${when}`,
  toDo: {
    title: "Сделать",
    none: "Открытых задач нет.",
    more: (count) => `ещё ${count}`,
    task: "Задача",
    waited: (day) => `ждали до ${day}: пора посмотреть`,
    unreached: (days) => `уже ${n(days, "день", "дня", "дней")} никто не связывался с этим человеком`,
    secondEars: "второй участник подтверждает устное согласие",
    anyMember: "кто на месте",
    anotherMember: "другой участник",
    due: (day) => `до ${day}`,
    mine: "вы",
    nobody: "пока никто",
    late: "пора",
  },
  alarm: {
    title: "Сейчас кому-то надо посмотреть",
    why: {
      deadline: "близок срок, к которому надо успеть",
      "deadline-passed": "срок прошёл",
      "stay-ends": "заканчивается стэй",
      flight: "час рейса",
      hearing: "заседание суда",
      "check-in": "чек-ин в ICE",
      interview: "беседа в консульстве",
      "look-due": "пора проверить, где человек",
      hold: "ожидание кончилось",
    },
    seen: "Смотрю",
    soundOff: "На этой странице пока нет звука.",
    soundOn: "Включить звук",
  },
} satisfies ShiftWords
