// Given names and what the same person is called at home or by an American clerk. Small on purpose: the commonest, from memory of use.
import { skeletons } from "./sound.ts"

const forms: Readonly<Record<string, string>> = {
  Александр: "Саша Саня Шура Алекс Alexander Alex",
  Александра: "Саша Саня Шура Alexandra",
  Алексей: "Лёша Алёша Лёха Alexis",
  Анастасия: "Настя Стася Anastasia",
  Анатолий: "Толя Толик",
  Андрей: "Андрюша Andrew",
  Анна: "Аня Анюта Нюра Ann Anne",
  Антон: "Тоша Anthony",
  Антонина: "Тоня",
  Артём: "Тёма Артемий",
  Борис: "Боря",
  Вадим: "Вадик Дима",
  Валентин: "Валя",
  Валентина: "Валя",
  Валерий: "Валера",
  Валерия: "Лера",
  Василий: "Вася Basil",
  Вера: "Верочка",
  Виктор: "Витя",
  Виктория: "Вика",
  Виталий: "Виталик",
  Владимир: "Вова Володя Вован",
  Владислав: "Влад Владик Слава",
  Вячеслав: "Слава",
  Галина: "Галя",
  Геннадий: "Гена",
  Георгий: "Гоша Жора George",
  Григорий: "Гриша Gregory",
  Даниил: "Даня Данила Daniel",
  Дарья: "Даша Daria",
  Денис: "Дэн",
  Дмитрий: "Дима Митя",
  Евгений: "Женя Eugene",
  Евгения: "Женя Eugenia",
  Екатерина: "Катя Catherine Katherine",
  Елена: "Лена Алёна Helen",
  Елизавета: "Лиза Elizabeth",
  Иван: "Ваня John",
  Игорь: "Гарик",
  Илья: "Илюша Elijah",
  Ирина: "Ира Irene",
  Кирилл: "Киря Cyril",
  Константин: "Костя",
  Ксения: "Ксюша Оксана",
  Лариса: "Лара",
  Лев: "Лёва Leo",
  Леонид: "Лёня",
  Людмила: "Люда Люся Мила",
  Максим: "Макс",
  Маргарита: "Рита",
  Мария: "Маша Маруся Mary Maria",
  Михаил: "Миша Michael",
  Надежда: "Надя",
  Наталья: "Наташа Ната Natalie",
  Никита: "Ник",
  Николай: "Коля Nicholas",
  Олег: "Олежка",
  Ольга: "Оля",
  Павел: "Паша Павлик Paul",
  Пётр: "Петя Петруха Peter",
  Полина: "Поля",
  Роман: "Рома",
  Сергей: "Серёжа Серёга Serge",
  Светлана: "Света Лана",
  Софья: "Соня София Sophia",
  Станислав: "Стас Слава",
  Степан: "Стёпа",
  Тамара: "Тома",
  Татьяна: "Таня",
  Тимур: "Тима",
  Фёдор: "Федя Theodore",
  Юлия: "Юля Julia",
  Юрий: "Юра",
  Яков: "Яша Jacob",
  Ярослав: "Слава Ярик",
}

/** skeleton of any form → skeletons of the names it may stand for */
const standsFor: ReadonlyMap<string, readonly string[]> = tableOf(forms)

/** -ечка, -енька, -ушка, -ка and their kin are put after any home name: Ванечка is Ваня, who is Иван. */
const tender = /(eCka|oCka|enka|onka|uSka|uSa|ka|ik)$/

/** Every key a given name is found under: its own skeleton and the full names it may be short for. */
export function givenKeys(given: string): string[] {
  const own = skeletons(given)
  const plain = own.filter((key) => tender.test(key)).map((key) => key.replace(tender, "a"))
  return [...new Set([...own, ...[...own, ...plain].flatMap((key) => standsFor.get(key) ?? [])])]
}

function tableOf(names: Readonly<Record<string, string>>): Map<string, string[]> {
  const table = new Map<string, string[]>()
  for (const [full, others] of Object.entries(names)) {
    const keys = skeletons(full)
    for (const form of others.split(" ").flatMap(skeletons)) table.set(form, [...new Set([...(table.get(form) ?? []), ...keys])])
  }
  return table
}
