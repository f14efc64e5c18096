// The lists that types cannot hold: every rule of the law and every column of the policy has its words, in each language.
import { programme } from "@safe-conduct/russia-canada"
import type { Policy } from "@safe-conduct/domain/evidence"
import { describe, expect, test } from "vitest"
import { annexKeys } from "./annex.ts"
import { words as en } from "./en.ts"
import { words as fr } from "./fr.ts"
import { words as ru } from "./ru.ts"

describe.each([en, fr, ru])("$language", (words) => {
  test("every rule of the law has a name, and no name is for a rule that is gone", () => {
    expect(Object.keys(words.labels.rules).sort()).toEqual(programme.law.rules.map((rule) => rule.id).sort())
  })
  test("every column that a policy lets out has a heading", () => {
    const keys = Object.values<Policy>(programme.policies).flatMap((policy) =>
      Object.values(policy.annex).flatMap((annex) => annex.columns.map((column) => column.key)),
    )
    expect(keys.filter((key) => !(annexKeys as readonly string[]).includes(key))).toEqual([])
    expect(Object.keys(words.proposals.columns).sort()).toEqual([...annexKeys].sort())
  })
  test("nothing shown shouts or is left blank", () => {
    const texts: string[] = []
    const walk = (value: unknown): void => {
      if (typeof value === "string") texts.push(value)
      else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk)
    }
    walk(words)
    expect(texts.filter((text) => text.trim() === "" || text.includes("!"))).toEqual([])
  })
})

test("numbers of things are written as each language writes them", () => {
  expect(ru.proposals.silence(1)).toBe("молчат 1 день")
  expect(ru.proposals.silence(22)).toBe("молчат 22 дня")
  expect(ru.proposals.silence(5)).toBe("молчат 5 дней")
  expect(fr.proposals.people(1)).toBe("1 personne")
  expect(en.proposals.people(2)).toBe("2 people")
})
