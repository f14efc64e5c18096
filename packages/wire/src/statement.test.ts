// The bytes behind what is said to everybody, as other implementations must make them.
import { readFileSync } from "node:fs"
import * as v from "valibot"
import { expect, test } from "vitest"
import { toHex } from "./bytes.ts"
import type { Id } from "./id.ts"
import { Statement, statementBytes } from "./statement.ts"

const { statements } = JSON.parse(readFileSync("test-vectors/wire/statements.json", "utf8")) as {
  readonly statements: readonly { readonly desk: Id; readonly said: unknown; readonly bytes: string }[]
}

test.each(statements)("the bytes of $said.what are those of the vector", ({ desk, said, bytes }) =>
  expect(toHex(statementBytes(desk, v.parse(Statement, said)))).toBe(bytes),
)

test("no two statements share their bytes, whichever word moves from one field to the next", () => {
  const { desk } = statements[0] as (typeof statements)[number]
  const notice = (en: string, fr: string) =>
    v.parse(Statement, { what: "notice", number: 1, on: "2026-11-23", until: "2026-11-30", text: { en, fr, ru: "в" } })
  expect(toHex(statementBytes(desk, notice("ab", "c")))).not.toBe(toHex(statementBytes(desk, notice("a", "bc"))))
})
