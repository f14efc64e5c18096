// The sizes things are padded to, so that a length says little. Padmé (Nikitin et al., 2019) beyond the fixed steps.

/** Padmé: at most 12 % more, and O(log log n) bits of the length remain. */
export function padme(length: number): number {
  if (length < 2) return length
  const e = Math.floor(Math.log2(length))
  const s = Math.floor(Math.log2(e)) + 1
  const step = 2 ** Math.max(0, e - s)
  return Math.ceil(length / step) * step
}

const step = (steps: readonly number[], length: number): number => steps.find((size) => length <= size) ?? padme(length)

/** Plaintext of a member stream's entry. */
export const entryBucket = (length: number): number => step([512, 2048, 8192, 32_768], length)
/** Plaintext of what a person asking for help sends. */
export const askBucket = (length: number): number => step([4096, 8192, 16_384, 32_768], length)
/** Plaintext of a reply: one to eight times 4 KiB; null when the text is too long for one reply. */
export const answerBucket = (length: number): number | null => (length > 8 * 4096 ? null : Math.max(1, Math.ceil(length / 4096)) * 4096)
/** Plaintext of a card: null when even 4 KiB do not hold it. */
export const cardBucket = (length: number): number | null => [1024, 2048, 4096].find((size) => length <= size) ?? null
/** A file's part: the last is padded to full once there is more than one. */
export const PART = 1 << 20
export const partBucket = (length: number, parts: number): number =>
  parts > 1 ? PART : ([16_384, 65_536, 262_144, PART].find((size) => length <= size) as number)
