// What may be sent, what is refused and where, and what follows from it. Everyone here is invented.
import fc from "fast-check"
import * as v from "valibot"
import { describe, expect, test } from "vitest"
import { plainDateOf } from "../time/plain-date.ts"
import {
  type Request,
  AnswerBody,
  AskBody,
  callName,
  consentsOf,
  missing,
  openAsk,
  principalOf,
  readRequest,
  requestLimits,
  sixAnswered,
  trayOrder,
  trayReasons,
} from "./index.ts"

const today = plainDateOf("2026-11-22")
const least = { v: 1, language: "ru", asking: "self", people: [{ names: { cyrillic: { surname: "Орлов", given: "Павел" } } }] }
const full = {
  v: 1,
  language: "ru",
  asking: "relative",
  asker: { name: "Дина", relation: "жена", contact: { how: "Signal", when: "вечером", neverSay: "Канада" }, theyKnow: "unknown" },
  danger: { kind: "moved", at: "сегодня утром", text: "увезли" },
  wake: true,
  askedBefore: false,
  people: [
    {
      names: { cyrillic: { surname: "Орлов", given: "Павел", patronymic: "Ильич" }, latin: [{ surname: "Orlov", given: "Pavel" }] },
      born: "1990-04-03",
      countryOfBirth: "RU",
      aNumber: "A 87-654-321",
      citizenship: "RU",
      relation: "principal",
      where: { kind: "detained", facility: "Winn", state: "LA", since: "2026-10-01" },
      languages: ["ru"],
      health: "астма",
      counsel: { name: "нет", contact: "", for: "" },
    },
    { names: { cyrillic: { given: "Лев" } }, born: "2020-05-05", relation: "child", where: { kind: "foster-care", state: "NJ" } },
  ],
  order: { exists: "yes", on: "2026-11-25", removalDate: "2026-12-28" },
  hearing: { at: "2026-12-01 09:00", kind: "master" },
  entry: { how: "cbp-one", on: "2024-12-01" },
  activities: [
    { kind: "protest", what: "пикет", when: "2022-03-06", where: "Казань" },
    { kind: "donation", when: "2021" },
  ],
  fears: "…",
  files: [{ name: "решение.pdf", caption: "решение", activity: 0 }],
  consents: [{ person: 0, scope: "INTAKE", givenBy: "asker", how: "written" }],
  message: "…",
}
const change = (over: object, base: object = full) => readRequest({ ...structuredClone(base), ...over }, today)
const read = (given: unknown): Request => {
  const answer = readRequest(given, today)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.request
}

describe("a request", () => {
  test("needs a version, a language, who asks and one name", () => expect(readRequest(least, today)).toEqual({ ok: true, request: least }))
  test.each(["v", "language", "asking", "people"])("without %s is refused there", (key) => {
    const { [key]: _, ...rest } = least as Record<string, unknown>
    expect(readRequest(rest, today)).toMatchObject({ ok: false, error: "missing", at: `/${key}` })
  })
  test("keeps everything it was told, the A-number padded", () => {
    const request = read(full)
    expect(request.people[0]?.aNumber).toBe("A087654321")
    expect(request.activities).toEqual(full.activities)
    expect(request.asker).toEqual(full.asker)
  })
  test("reads back as itself once read", () => expect(read(read(full))).toEqual(read(full)))
  test("an empty field says nothing", () => {
    expect(read({ ...least, fears: "", order: null, people: [{ ...least.people[0], aNumber: "", born: "" }] })).toEqual(least)
  })
  test("an empty form around a name is left out too", () => {
    const blankForm = {
      asker: { name: "", contact: { how: " " } },
      people: [{ names: { cyrillic: { surname: "" }, latin: [{ given: "" }, { given: "Pavel" }] }, counsel: {} }],
    }
    expect(read({ ...least, ...blankForm })).toEqual({ ...least, people: [{ names: { latin: [{ given: "Pavel" }] } }] })
  })
  test("what is missing is derived: a jail means detained, a date means an order, a tick is the asker's", () => {
    const request = read({
      ...least,
      danger: { text: "страшно" },
      people: [{ ...least.people[0], where: { facility: "Winn" } }],
      order: { on: "2026-11-25" },
      activities: [{ what: "пикет" }],
      consents: [{ person: 0, scope: "INTAKE" }],
    })
    expect(request.people[0]?.where?.kind).toBe("detained")
    expect([request.order?.exists, request.danger?.kind, request.activities?.[0]?.kind]).toEqual(["yes", "other", "other"])
    expect(request.consents).toEqual([{ person: 0, scope: "INTAKE", givenBy: "asker" }])
  })
  test.each([
    [{ surprise: 1 }, "unknown-key", "/surprise"],
    [{ surprise: "" }, "unknown-key", "/surprise"],
    [{ asker: { ...full.asker, home: "x" } }, "unknown-key", "/asker/home"],
    [{ people: [{ ...full.people[0], status: "none" }] }, "unknown-key", "/people/0/status"],
    [{ "a/b~c": 1 }, "unknown-key", "/a~1b~0c"],
    [{ consents: [{ person: 0, scope: "INTAKE", givenBy: "asker", how: "written", by: 1 }] }, "unknown-key", "/consents/0/by"],
    [{ v: 2 }, "request-version", "/v"],
    [{ language: "de" }, "not-one-of", "/language"],
    [{ people: [] }, "person-missing", "/people"],
    [{ people: [{ relation: "spouse" }] }, "name-missing", "/people/0/names"],
    [{ people: [{ names: {} }] }, "name-missing", "/people/0/names"],
    [{ people: [{ names: { cyrillic: { surname: " " } } }] }, "name-missing", "/people/0/names"],
    [{ people: [{ names: { cyrillic: { patronymic: "Ильич" } } }] }, "name-empty", "/people/0/names/cyrillic"],
    [{ people: [full.people[0], { names: { latin: [{ given: "Lev" }] }, born: "2030-01-01" }] }, "born-in-future", "/people/1/born"],
    [{ people: [{ ...full.people[0], born: "1990-02-30" }] }, "bad-date", "/people/0/born"],
    [{ people: [{ ...full.people[0], aNumber: "A 87-654-32O" }] }, "a-number-letters", "/people/0/aNumber"],
    [{ activities: [{ kind: "protest", when: "March" }] }, "when-malformed", "/activities/0/when"],
    [{ files: [{ name: "a.pdf", activity: 2 }] }, "unknown-activity", "/files/0/activity"],
    [{ consents: [{ person: 2, scope: "INTAKE", givenBy: "asker" }] }, "unknown-person", "/consents/0/person"],
    [{ consents: ["SHARE_RUSSIA"] }, "not-one-of", "/consents/0"],
    [{ consents: [{ person: 0, scope: "SHARE_RUSSIA", givenBy: "person" }] }, "not-one-of", "/consents/0/scope"],
    [{ fears: "ж".repeat(requestLimits.longText + 1) }, "too-long", "/fears"],
    [{ people: Array.from({ length: 13 }, () => full.people[0]) }, "too-many", "/people"],
    [{ activities: Array.from({ length: 10 }, () => ({ kind: "other", what: "ж".repeat(15_000) })) }, "request-too-long", ""],
    [{ people: "one" }, "wrong-type", "/people"],
  ])("%# is refused in its place", (over, error, at) => expect(change(over)).toMatchObject({ ok: false, error, at }))
  test.each([null, 5, "x", []])("%j is no request", (given) => expect(readRequest(given, today)).toMatchObject({ ok: false }))
  test("a file nested a hundred thousand deep is refused and nothing falls over", () => {
    const deep = JSON.parse("[".repeat(100_000) + "]".repeat(100_000))
    expect(change({ people: deep })).toMatchObject({ ok: false })
  })
  test("whatever is given, the answer is a request or a refusal with a code", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("people", "asker", "consents", "files", "order", "x"), (value, key) => {
        const answer = readRequest({ ...full, [key]: value }, today)
        expect(answer.ok || /^[a-z-]+$/.test(answer.error)).toBe(true)
      }),
    )
  })
})

describe("consents in a request", () => {
  test("a list of scopes is the asker's own", () => {
    expect(consentsOf(read({ ...full, consents: ["INTAKE"] }))).toEqual([
      { person: "asker", scope: "INTAKE", givenBy: "person", how: "written" },
    ])
    expect(consentsOf(read({ ...least, consents: ["SHARE_IRCC"] }))).toEqual([
      { person: 0, scope: "SHARE_IRCC", givenBy: "person", how: "written" },
    ])
  })
  test("what a wife ticks for her husband is reported, whatever she says of how he gave it", () => {
    const ticked = (givenBy: string, how: string) =>
      consentsOf(read({ ...full, consents: [{ person: 0, scope: "SHARE_US_STATE_DHS_MIN", givenBy, how }] }))[0]?.how
    for (const givenBy of ["asker", "person"])
      for (const how of ["written", "oral", "reported"]) expect(ticked(givenBy, how)).toBe("reported")
  })
  test("someone who asks for himself speaks for himself and not for his wife", () => {
    const request = read({
      ...least,
      people: [...least.people, { names: { latin: [{ given: "Dina" }] }, relation: "spouse" }],
      consents: [0, 1].map((person) => ({ person, scope: "MEDIA", givenBy: "person", how: "written" })),
    })
    expect(consentsOf(request).map((consent) => consent.how)).toEqual(["written", "reported"])
  })
})

describe("what to ask next", () => {
  const six = {
    ...least,
    asking: "relative",
    asker: { contact: { how: "Signal" } },
    danger: { kind: "moved" },
    people: [{ ...least.people[0], aNumber: "87654321", where: { kind: "detained" }, counsel: { name: "нет" } }],
  }
  test("begins with six questions, and the first is who", () =>
    expect(missing({}).slice(0, 6)).toEqual(["who", "number-or-birth", "where", "what-is-happening", "how-to-reach", "lawyer"]))
  test("six answers suffice", () => {
    expect(sixAnswered(read(six))).toBe(true)
    expect(sixAnswered(read(least))).toBe(false)
  })
  test("the rest is asked afterwards, and not within the hour", () => {
    expect(missing(read(six))[0]).toBe("latin-name")
    expect(missing(read({ ...six, wake: true }))).toEqual([])
  })
  test("nothing is asked of a full request that it already says", () => expect(missing({ ...read(full), wake: false })).toEqual([]))
})

describe("the tray", () => {
  const waiting = (id: string, over: object, received = 0) => ({ id, received, request: read({ ...least, ...over }) })
  test("flight before moved, moved before a wake alone, then the removal date, then the longest waiting", () => {
    const rows = [
      waiting("calm-late", {}, 9),
      waiting("calm-early", {}, 1),
      waiting("dated", { order: { exists: "yes", removalDate: "2026-12-28" } }),
      waiting("wake", { wake: true }),
      waiting("moved", { danger: { kind: "moved" } }),
      waiting("flight", { danger: { kind: "flight" } }, 99),
    ]
    expect(rows.toSorted(trayOrder).map((row) => row.id)).toEqual(["flight", "moved", "wake", "dated", "calm-early", "calm-late"])
  })
  test("says why", () => expect(trayReasons(read(full))).toEqual(["moved", "wake", "removal-date", "order-detained"]))
  test("shows the principal by the Cyrillic name", () => {
    const request = read(full)
    expect(callName(request.people[principalOf(request)] as (typeof request.people)[number])).toBe("Орлов Павел")
  })
})

describe("bodies of a mailbox", () => {
  const file = {
    id: "a".repeat(26),
    name: "видео.mp4",
    type: "video/mp4",
    bytes: 3e7,
    sha256: "0".repeat(64),
    parts: 29,
    partBytes: 2 ** 20,
    secret: "AGE-SECRET-KEY-PQ-1EXAMPLE",
  }
  const good = [
    { v: 1, kind: "request", request: full, files: [file], replyTo: "age1pq1example" },
    {
      v: 1,
      kind: "message",
      text: "его перевезли",
      files: [],
      addition: { people: [{ about: 0, where: { kind: "detained", facility: "Alexandria" } }] },
    },
    { v: 1, kind: "withdraw-consent", scope: "SHARE_IRCC", person: 0 },
    { v: 1, kind: "withdraw-consent", scope: "ALL" },
    { v: 1, kind: "change-contact", contact: { how: "другой телефон" } },
    { v: 1, kind: "forget-me" },
  ]
  test.each(good)("$kind is known", (body) => {
    expect(v.safeParse(AskBody, body).success).toBe(true)
    expect(openAsk(body).known).toBe(true)
  })
  test("a request of a later version is shown raw and whole, but for the secrets of files", () => {
    const later = { ...good[0], v: 2, request: { ...full, newKey: { deep: ["и это"] } } }
    const opened = openAsk(later)
    if (opened.known) throw new Error("a later version is not known")
    expect(opened.kind).toBe("request")
    expect(opened.rows).toContainEqual({ at: "/request/newKey/deep/0", text: "и это" })
    expect(opened.rows).toContainEqual({ at: "/request/people/0/names/cyrillic/surname", text: "Орлов" })
    expect(opened.rows.some((row) => row.text.startsWith("AGE-SECRET-KEY"))).toBe(false)
  })
  test("opening never throws", () => {
    fc.assert(fc.property(fc.anything(), (plain) => typeof openAsk(plain).known === "boolean"))
  })
  test("answers are a reply or a status, and nothing else", () => {
    const fits = (body: object) => v.safeParse(AnswerBody, body).success
    expect(fits({ v: 1, kind: "reply", text: "читаем", status: "opened", caseWord: "берег лампа снег" })).toBe(true)
    expect(fits({ v: 1, kind: "status", status: "need-from-you" })).toBe(true)
    expect(fits({ v: 1, kind: "status", status: "approved" })).toBe(false)
    expect(fits({ v: 1, kind: "reply", text: "читаем", from: "Анна" })).toBe(false)
  })
})
