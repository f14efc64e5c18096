// How far apart two places are: the shortest way over the globe, to the kilometre. A visit, a hearing and a court depend on it.

/** Latitude and longitude in degrees. */
export type Point = readonly [latitude: number, longitude: number]

const earth = 6_371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

export function kilometresBetween([fromLat, fromLong]: Point, [toLat, toLong]: Point): number {
  const lat = radians(toLat - fromLat)
  const long = radians(toLong - fromLong)
  const half = Math.sin(lat / 2) ** 2 + Math.cos(radians(fromLat)) * Math.cos(radians(toLat)) * Math.sin(long / 2) ** 2
  return Math.round(2 * earth * Math.asin(Math.min(1, Math.sqrt(half))))
}
