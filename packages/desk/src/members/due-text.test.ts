// What an administrator must do about the desk's keys is said in full, in each language.
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as fr } from "@safe-conduct/words/desk/fr.ts"
import { words as ru } from "@safe-conduct/words/desk/ru.ts"
import { expect, test } from "vitest"
import { dueText } from "./due-text.ts"

const ends = { what: "intake", why: "ends", until: "2027-01-05", days: 10 } as const

test("a certificate that ends is named with its last day, one that somebody took along without", () => {
  expect(dueText(en, "en", ends)).toBe("Change the keys: the certificate for requests ends on Tue 5 Jan.")
  expect(dueText(en, "en", { ...ends, what: "reply", why: "ended" })).toContain("for replies ended on Tue 5 Jan")
  expect(dueText(fr, "fr", ends)).toContain("pour les demandes expire le mar. 5 janv. : changez")
  expect(dueText(ru, "ru", ends)).toContain("для обращений кончается вт, 5 янв.: смените")
  expect(dueText(en, "en", { ...ends, why: "left" })).not.toContain("Jan")
})
