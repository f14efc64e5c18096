// A trial is entered without a question the first time, and never against somebody's wish.
import { expect, test } from "vitest"
import { comingIn, play, playing, readTrial, type TrialMember } from "./notes.ts"

const member = (name: string): TrialMember => ({ name, roleText: { en: "", fr: "", ru: "" }, passphrase: name })
const trial = { members: [member("Anna"), member("Boris")] }

test("a new tab comes in as the first member, a reload as whoever it played", () => {
  expect(comingIn(trial, null)?.name).toBe("Anna")
  expect(comingIn(trial, "Boris")?.name).toBe("Boris")
})
test("whoever left stays at the door, and so does a part that is not in this trial", () => {
  expect(comingIn(trial, "")).toBeNull()
  expect(comingIn(trial, "Carol")).toBeNull()
})
test("a real desk lets nobody in by itself", () => {
  for (const remembered of [null, "", "Anna"]) expect(comingIn(null, remembered)).toBeNull()
})
test("who has left stays out although the browser keeps nothing", () => {
  expect(playing()).toBeNull()
  play("Boris")
  expect(playing()).toBe("Boris")
  play(null)
  expect(comingIn(trial, playing())).toBeNull()
})
test("a real desk's page asks for no notes of a trial", async () => {
  const asked: string[] = []
  const server = (genesis: object | null) =>
    (async (path: string) => {
      asked.push(path)
      if (path === "/trial.json") return Response.json(trial)
      return genesis === null
        ? new Response("", { status: 500 })
        : Response.json({
            genesis: { body: btoa(`safe-conduct/directory-body/1\u0000\u0000\u0000\u0001\u0000${JSON.stringify(genesis)}`) },
          })
    }) as unknown as typeof fetch
  for (const genesis of [{ trial: false }, { trial: "true" }, {}, null]) expect(await readTrial(server(genesis))).toBeNull()
  expect(new Set(asked)).toEqual(new Set(["/desk.json"]))
  expect((await readTrial(server({ trial: true })))?.members).toHaveLength(2)
})
