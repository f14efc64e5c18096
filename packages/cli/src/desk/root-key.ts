// The two keys that everything rests on, each in a file of its own for its owner alone, and never in the data folder.
import { open, realpath, rm } from "node:fs/promises"
import { basename, dirname, join, relative, isAbsolute, sep } from "node:path"
import type { Founding } from "@safe-conduct/client/member"
import { fromHex } from "@safe-conduct/wire"
import { type Refusal, refuse } from "../refusal.ts"

/** `serve` knows a key by this line and refuses a data folder that holds one. */
const FIRST_LINE = "safe-conduct root key"

/** The path as it will be once every link on the way is followed; parts that are not there yet stay as they are written. */
async function resolved(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || dirname(path) === path) throw error
    return join(await resolved(dirname(path)), basename(path))
  }
}

/** Both absolute. */
export async function liesInside(path: string, folder: string): Promise<boolean> {
  const way = relative(await resolved(folder), await resolved(path))
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** Writes both keys, or neither. An existing file is never touched. */
export async function writeRootKeys(
  file: string,
  founding: Founding,
  name: string,
): Promise<{ readonly ok: true; readonly files: readonly [string, string] } | { readonly ok: false; readonly refusal: Refusal }> {
  const reserve = `${file}.reserve`
  const text = (what: string, seed: string): string =>
    [
      FIRST_LINE,
      `desk ${founding.desk}`,
      ...(name === "" ? [] : [`name ${name}`]),
      `fingerprint ${founding.rootPrint}`,
      `${what} ${seed}`,
      "",
    ].join("\n")
  const made: string[] = []
  for (const [path, what, seed] of [
    [file, "seed", founding.rootSeed],
    [reserve, "reserve-seed", founding.reserveSeed],
  ] as const) {
    try {
      await writePrivate(path, text(what, seed))
      made.push(path)
    } catch (error) {
      await Promise.all(made.map((one) => rm(one, { force: true })))
      const { code } = error as NodeJS.ErrnoException
      if (code === "EEXIST") return { ok: false, refusal: refuse("root-exists", `${path} is there already and is not overwritten.`) }
      if (code === "ENOENT") return { ok: false, refusal: refuse("no-such-folder", `The folder for ${path} is not there.`) }
      throw error
    }
  }
  return { ok: true, files: [file, reserve] }
}

/** A new file, 0600 whatever the mask, durable when this returns. */
export async function writePrivate(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o600)
  try {
    await file.chmod(0o600)
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

export interface RootFile {
  readonly desk: string
  readonly rootPrint: string
  readonly seed: Uint8Array
  readonly reserve: boolean
}

/** What `writeRootKeys` wrote; null where a file is anything else. */
export function readRootFile(text: string): RootFile | null {
  const [first, ...lines] = text.split(/\r?\n/)
  const at = (name: string): string | undefined =>
    lines
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1)
      .trim()
  const [root, reserve, desk, rootPrint] = [at("seed"), at("reserve-seed"), at("desk"), at("fingerprint")]
  const seed = root ?? reserve
  if (first !== FIRST_LINE || seed === undefined || !/^[0-9a-f]{64}$/.test(seed) || desk === undefined || rootPrint === undefined)
    return null
  return { desk, rootPrint, seed: fromHex(seed), reserve: root === undefined }
}
