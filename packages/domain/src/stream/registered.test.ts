// A step is a file, a line in its index, a line in the edition in force, and a test beside it. Forgetting one of them fails here.
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import * as caseFiles from "../case/actions/index.ts"
import { caseKind } from "../case/fold.ts"
import * as compartmentFiles from "../compartment/actions/index.ts"
import { compartmentKind } from "../compartment/fold.ts"
import * as drawerFiles from "../drawer/actions/index.ts"
import { drawerKind } from "../drawer/fold.ts"
import * as memberFiles from "../members/actions/index.ts"
import { membersKind } from "../members/fold.ts"
import * as proposalFiles from "../proposals/actions/index.ts"
import { proposalKind } from "../proposals/fold.ts"
import * as registerFiles from "../register/actions/index.ts"
import { registerKind } from "../register/fold.ts"
import { latestEdition } from "./editions.ts"

const kinds = [
  ["case", caseFiles, caseKind],
  ["proposals", proposalFiles, proposalKind],
  ["register", registerFiles, registerKind],
  ["members", memberFiles, membersKind],
  ["drawer", drawerFiles, drawerKind],
  ["compartment", compartmentFiles, compartmentKind],
] as const

describe.each(kinds)("%s", (folder, index, kind) => {
  const actions = join(import.meta.dirname, "..", folder, "actions")
  const names = readdirSync(actions)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "index.ts")
    .map((name) => name.slice(0, -3))
  const inForce = (kind.editions as Record<number, Record<string, number>>)[latestEdition(kind.editions)] ?? {}

  test("every file of the folder is registered under its own name", () => {
    expect(
      Object.values(index)
        .map((file) => file.does)
        .sort(),
    ).toEqual(names.sort())
    expect([...kind.actions.keys()].sort()).toEqual(names)
  })

  test("every action has a test beside it", () => {
    expect(names.filter((name) => !existsSync(join(actions, `${name}.test.ts`)))).toEqual([])
  })

  test("the latest edition puts each action's newest version in force", () => {
    const newest = Object.fromEntries(Object.values(index).map((file) => [file.does, file.v]))
    expect(inForce).toEqual(newest)
  })

  test("editions are numbered from one without gaps, and each version in force has a schema", () => {
    const numbers = Object.keys(kind.editions).map(Number)
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    for (const versions of Object.values(kind.editions)) {
      for (const [does, v] of Object.entries(versions)) expect(v, does).toBeLessThanOrEqual(kind.actions.get(does)?.v ?? 0)
    }
  })

  test("every judgement asks what was on the screen", () => {
    for (const file of kind.actions.values()) {
      if (file.kind === "judgement") expect(Object.keys((file.input as unknown as { entries: object }).entries), file.does).toContain("saw")
    }
  })
})
