// Whose clock hangs on the wall of a place in a state. Thirteen states lie in two zones and are parted by longitude, roughly along the
// county lines (49 CFR part 71); a house within a few miles of such a line is to be looked at by a person.

type Part = (lat: number, lon: number) => string

const eastern = "America/New_York"
const central = "America/Chicago"
const mountain = "America/Denver"
const pacific = "America/Los_Angeles"

const whole: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["CT", "DE", "DC", "GA", "MA", "MD", "ME", "NC", "NH", "NJ", "NY", "OH", "PA", "RI", "SC", "VA", "VT", "WV"].map((s) => [s, eastern]),
  ),
  ...Object.fromEntries(["AL", "AR", "IA", "IL", "LA", "MN", "MO", "MS", "OK", "WI"].map((s) => [s, central])),
  ...Object.fromEntries(["CO", "MT", "NM", "UT", "WY"].map((s) => [s, mountain])),
  ...Object.fromEntries(["CA", "NV", "WA"].map((s) => [s, pacific])),
  AZ: "America/Phoenix",
  AK: "America/Anchorage",
  HI: "Pacific/Honolulu",
  PR: "America/Puerto_Rico",
  VI: "America/St_Thomas",
  GU: "Pacific/Guam",
  MP: "Pacific/Saipan",
}

const parted: Readonly<Record<string, { readonly most: string; readonly part: Part }>> = {
  FL: { most: eastern, part: (_, lon) => (lon < -85.1 ? central : eastern) },
  IN: { most: eastern, part: (lat, lon) => ((lat > 40.7 && lon < -86.5) || (lat < 38.6 && lon < -86.8) ? central : eastern) },
  KY: { most: eastern, part: (_, lon) => (lon < -86 ? central : eastern) },
  TN: { most: central, part: (_, lon) => (lon < -85.4 ? central : eastern) },
  MI: { most: eastern, part: (_, lon) => (lon < -87.6 ? central : eastern) },
  TX: { most: central, part: (_, lon) => (lon < -104.9 ? mountain : central) },
  KS: { most: central, part: (_, lon) => (lon < -101.5 ? mountain : central) },
  NE: { most: central, part: (_, lon) => (lon < -101.3 ? mountain : central) },
  SD: { most: central, part: (_, lon) => (lon < -100.7 ? mountain : central) },
  ND: { most: central, part: (lat, lon) => (lon < -101.3 && lat < 47.3 ? mountain : central) },
  ID: { most: mountain, part: (lat) => (lat > 45.6 ? pacific : mountain) },
  OR: { most: pacific, part: (lat, lon) => (lon > -118.2 && lat < 44.5 ? mountain : pacific) },
}

/** `sure` is false where a state lies in two zones and nobody says where in it, or where there is no state. */
export function zoneOfPlace(state: string, at: readonly [number, number] | undefined): { readonly zone: string; readonly sure: boolean } {
  const one = whole[state]
  if (one !== undefined) return { zone: one, sure: true }
  const two = parted[state]
  if (two === undefined) return { zone: eastern, sure: false }
  return at === undefined ? { zone: two.most, sure: false } : { zone: two.part(at[0], at[1]), sure: true }
}
