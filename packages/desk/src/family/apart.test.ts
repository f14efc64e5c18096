// A family that is not together is shown so, with what lies between.
import { expect, test } from "vitest"
import { apart } from "./apart.ts"

const points = { JENATLA: [31.3, -92.4], EAZ: [32.8, -111.5] } as const
const pointOf = (code: string) => points[code as keyof typeof points]
const at = (
  person: string,
  kind: "detained" | "free" | "foster-care" | "unknown",
  facility = "",
  code: string | null = null,
  state: string | null = null,
) => ({
  person,
  outcome: null,
  where: { kind, facility, code, state, staging: false, since: null, confirmed: null, how: null, detained: kind === "detained" },
})

test("a father in Louisiana, a mother in Arizona, a child in foster care: three places, and the one distance that is known", () => {
  const found = apart(
    [at("f", "detained", "Alexandria", "JENATLA"), at("m", "detained", "Eloy", "EAZ"), at("c", "foster-care", "", null, "NJ")],
    pointOf,
  )
  expect(found?.places).toEqual(["Alexandria", "Eloy", "NJ"])
  expect(found?.distances).toMatchObject([{ from: "Alexandria", to: "Eloy" }])
  expect(found?.distances[0]?.kilometres).toBeGreaterThan(1_700)
  expect(found?.distances[0]?.kilometres).toBeLessThan(1_900)
})

test("one place, nobody's place, everyone free, or one who was removed: nobody is apart", () => {
  expect(apart([at("f", "detained", "Alexandria", "JENATLA"), at("m", "detained", "Alexandria", "JENATLA")], pointOf)).toBeNull()
  expect(apart([at("f", "detained", "Alexandria", "JENATLA"), at("m", "unknown")], pointOf)).toBeNull()
  expect(apart([at("f", "free", "", null, "TX"), at("m", "free", "", null, "CA")], pointOf)).toBeNull()
  expect(
    apart([at("f", "detained", "Alexandria", "JENATLA"), { ...at("m", "detained", "Eloy", "EAZ"), outcome: "removed" as const }], pointOf),
  ).toBeNull()
})
