// The lockfile must install on every platform: no optional binary that a tool names may be absent from it.
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
// @ts-expect-error plain JavaScript, so that it runs on any Node
import { missingOptionals } from "./complete-lock.mjs"

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, { resolved?: string; version?: string }> }

test("no optional platform package is missing from the lockfile", () => {
  expect(Object.keys(missingOptionals(lock))).toEqual([])
  expect(Object.keys(missingOptionals({ packages: { "node_modules/a": { optionalDependencies: { "a-linux-arm64": "1.0.0" } } } }))).toEqual(
    ["node_modules/a-linux-arm64"],
  )
})

test("the lockfile names no registry host and the manifests pin exact versions", () => {
  expect(Object.values(lock.packages).filter((entry) => entry.resolved?.startsWith("http"))).toEqual([])
  const root = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, Record<string, string>>
  for (const group of ["dependencies", "devDependencies", "optionalDependencies"])
    for (const version of Object.values(root[group] ?? {})) expect(version).toMatch(/^\d+\.\d+\.\d+/)
})
