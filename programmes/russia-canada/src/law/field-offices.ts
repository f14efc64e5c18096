// The ICE field office whose area a shipped place lies in: where an I-246 is brought and who decides to move somebody. One office a
// state, but for three states that are shared; an operator's import says it for every other place.

const offices: Readonly<Record<string, readonly string[]>> = {
  Atlanta: ["GA", "NC", "SC"],
  Baltimore: ["MD"],
  Boston: ["CT", "MA", "ME", "NH", "RI", "VT"],
  Chicago: ["IL", "IN", "KS", "KY", "MO", "WI"],
  Dallas: ["OK"],
  Denver: ["CO", "WY"],
  Detroit: ["MI", "OH"],
  "El Paso": ["NM"],
  Miami: ["FL", "PR", "VI"],
  "New Orleans": ["AL", "AR", "LA", "MS", "TN"],
  Newark: ["NJ"],
  Philadelphia: ["DE", "PA", "WV"],
  Phoenix: ["AZ"],
  "Salt Lake City": ["ID", "MT", "NV", "UT"],
  "San Francisco": ["GU", "HI", "MP"],
  Seattle: ["AK", "OR", "WA"],
  "St Paul": ["IA", "MN", "ND", "NE", "SD"],
  Washington: ["DC", "VA"],
}

/** Towns of the shared states, each with the office of its county. */
const shared: Readonly<Record<string, string>> = {
  "San Diego CA": "San Diego",
  "Calexico CA": "San Diego",
  "Adelanto CA": "Los Angeles",
  "Bakersfield CA": "San Francisco",
  "McFarland CA": "San Francisco",
  "Stockton CA": "San Francisco",
  "El Paso TX": "El Paso",
  "Los Fresnos TX": "Harlingen",
  "Pearsall TX": "San Antonio",
  "Dilley TX": "San Antonio",
  "Karnes City TX": "San Antonio",
  "Anson TX": "Dallas",
  "Alvarado TX": "Dallas",
  "Conroe TX": "Houston",
  "Batavia NY": "Buffalo",
  "Goshen NY": "New York City",
}

const byState = new Map(Object.entries(offices).flatMap(([office, states]) => states.map((state) => [state, office] as const)))

/** A place of a shared state that nobody has put under an office is a mistake in the list, found by its test. */
export function officeOfPlace(state: string, city: string): string {
  const office = byState.get(state) ?? shared[`${city} ${state}`]
  if (office === undefined) throw new Error(`no field office is known for ${city} ${state}`)
  return office
}
