// An invented family, and the short way to be signed in, for tests of the whole path.
import { programme } from "@safe-conduct/russia-canada"
import { type Desk, connect, newCode, submit, type FileSource } from "../asker/index.ts"
import { type Vault, createVault } from "../member/index.ts"
import type { PublicKey } from "@safe-conduct/wire"
import type { Result } from "../result.ts"
import { type TestDesk, testWords } from "./desk.ts"

export const good = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

export const vaultAt = (desk: TestDesk, fetch = desk.fetch, releaseKeys?: readonly PublicKey[]): Vault =>
  createVault({ server: desk.url, fetch, now: () => desk.now, wait: () => Promise.resolve(), words: testWords, programme, releaseKeys })

/** Two administrators signed in, certificates rotated by both, names given. */
export async function openedDesk(desk: TestDesk): Promise<{ readonly anna: Vault; readonly boris: Vault }> {
  const [first, second] = desk.founding.founders
  if (first === undefined || second === undefined) throw new Error("two founders are needed")
  const anna = vaultAt(desk)
  const boris = vaultAt(desk)
  good(await anna.unlockWith(first.seeds))
  good(await boris.unlockWith(second.seeds))
  good(await anna.foundDesk({ name: "Anna" }))
  good(await boris.refresh())
  for (const act of ["rotateIntake", "rotateReply"] as const) await byTwo(anna, boris, act)
  good(await anna.nameMember(second.seeds.member, { name: "Boris", roles: ["decider", "verifier", "liaison", "administrator"] }))
  good(await boris.refresh())
  return { anna, boris }
}

export async function byTwo(one: Vault, other: Vault, act: "rotateIntake" | "rotateReply" | "rotatePaper"): Promise<void> {
  const begun = good(await one[act]())
  if (begun.done) throw new Error("one administrator was enough")
  good(await other[act](begun.approvals))
  good(await one.refresh())
  good(await other.refresh())
}

export const connected = async (desk: TestDesk, fetch = desk.fetch): Promise<Desk> =>
  good(await connect({ server: desk.url, fetch, now: () => desk.now, wait: () => Promise.resolve() }))

export const familyRequest = {
  v: 1,
  language: "ru",
  asking: "relative",
  asker: { name: "Ирина Тестовская", relation: "жена", contact: { how: "Signal +1 555 0100" }, theyKnow: "yes" },
  danger: { kind: "moved", text: "Его перевели ночью" },
  wake: true,
  people: [
    {
      names: {
        cyrillic: { surname: "Тестовский", given: "Павел", patronymic: "Ильич" },
        latin: [{ surname: "Testovskii", given: "Pavel" }],
      },
      born: "1988-04-03",
      countryOfBirth: "RU",
      aNumber: "A087654321",
      citizenship: "RU",
      relation: "principal",
      where: { kind: "detained", facility: "Виннфилд", state: "LA", since: "2026-10-30" },
      counsel: { name: "J. Example", contact: "j@example.org", for: "appeal" },
    },
    {
      names: { cyrillic: { surname: "Тестовский", given: "Лев" } },
      born: "2020-02-02",
      relation: "child",
      where: { kind: "foster-care", state: "NJ" },
    },
  ],
  activities: [
    { kind: "protest", what: "Одиночный пикет у здания суда", when: "2022-03" },
    { kind: "donation", what: "Пожертвования правозащитной организации", when: "2021" },
  ],
  files: [{ name: "протокол.pdf", caption: "Протокол задержания" }],
  consents: ["INTAKE", { person: 0, scope: "SHARE_IRCC", givenBy: "person", how: "written" }],
  message: "Помогите, пожалуйста",
} as never

export async function asked(
  desk: TestDesk,
  request: unknown,
  files: readonly FileSource[] = [],
): Promise<{ readonly code: Uint8Array; readonly ask: string; readonly met: Desk }> {
  const met = await connected(desk)
  const { code, locator } = await newCode(met)
  good(await submit({ desk: met, code, request: request as never, files, wake: (request as { wake?: boolean }).wake === true }))
  return { code, ask: locator, met }
}
