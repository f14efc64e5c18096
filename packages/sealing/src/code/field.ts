// The field GF(2^11) in which the words of a code are numbers, reduced by x^11 + x^2 + 1 (0x805), whose root α = 2 generates it.
// Tables hold only the public arithmetic of the field; nothing here is a secret.
export const SIZE = 2048
const ORDER = SIZE - 1
const POLYNOMIAL = 0x805

const powers = new Uint16Array(2 * ORDER)
const logs = new Uint16Array(SIZE)
for (let power = 0, value = 1; power < ORDER; power++) {
  powers[power] = value
  powers[power + ORDER] = value
  logs[value] = power
  value <<= 1
  if (value & SIZE) value ^= POLYNOMIAL
}

/** α to the given power, 0 ≤ power < 4094. */
export const alpha = (power: number): number => powers[power] as number

/** The power of α that is this value; zero has none. */
export function log(value: number): number {
  if (value === 0) throw new RangeError("zero is no power of α")
  return logs[value] as number
}

export const multiply = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : alpha(log(a) + log(b)))

export const divide = (a: number, b: number): number => (a === 0 ? 0 : alpha(log(a) + ORDER - log(b)))
