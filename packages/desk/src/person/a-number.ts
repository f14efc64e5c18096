// An A-number as it is read aloud.
import { showANumber } from "@safe-conduct/domain/person"

export const showNumber = (number: string): string =>
  /^A\d{9}$/.test(number) ? showANumber(number as Parameters<typeof showANumber>[0]) : number
