// What a run of the tests came to, and what a second look at its failed files changes.

export interface FileOutcome {
  /** From the project's root. */
  readonly file: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}
export interface RunOutcome {
  readonly files: readonly FileOutcome[]
  /** Errors that no test caught and no file owns. */
  readonly uncaught: number
}

/** More than these did not wait too short on a busy machine: something is wrong, and is told at once. */
export const MOST_AGAIN = 25

/** The files to run once more. */
export function toRepeat({ files }: RunOutcome): readonly string[] {
  const failed = files.filter((one) => one.failed > 0).map(({ file }) => file)
  return failed.length > MOST_AGAIN ? [] : failed
}

/** The second look counts for the files that had failed, and for no others: a file it did not reach stays failed. */
export function afterSecondLook(first: RunOutcome, second: RunOutcome): { readonly all: RunOutcome; readonly mended: readonly string[] } {
  const looked = new Map(second.files.map((one) => [one.file, one]))
  const files = first.files.map((one) => (one.failed > 0 ? (looked.get(one.file) ?? one) : one))
  const mended = files.filter((one, n) => one.failed === 0 && first.files[n] !== one).map(({ file }) => file)
  return { all: { files, uncaught: first.uncaught + second.uncaught }, mended }
}

/** The contract of `npm test`. */
export function closingLine({ files, uncaught }: RunOutcome): { readonly line: string; readonly ok: boolean } {
  const sum = (of: (one: FileOutcome) => number): number => files.reduce((all, one) => all + of(one), 0)
  const failed = sum((one) => one.failed) + uncaught
  const skipped = sum((one) => one.skipped)
  const line = `${sum((one) => one.passed)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`
  return { line, ok: failed === 0 }
}
