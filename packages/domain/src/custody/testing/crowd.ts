// A thousand places to find one among: real towns and counties in the forms that jails are named in, beside the list under test.
import { timeZoneOf } from "../../time/index.ts"
import type { Facility } from "../facility.ts"

// biome-ignore format: a list of towns
const towns = "Abilene Albany Alpine Amarillo Ashland Athens Auburn Austin Bangor Baxter Beaumont Bedford Belmont Benton Billings Bismarck Boone Bowie Bristol Brockton Butler Calhoun Camden Canton Carson Cedar Chandler Chester Clayton Clinton Cobb Columbia Concord Cooper Corbin Crawford Cullman Dawson Decatur Denton Dover Dublin Durham Easton Edgefield Edison Elgin Elko Erie Eureka Fairfax Fallon Fargo Fayette Fulton Gallup Garland Geneva Gilmer Glades Grafton Granger Greer Hamden Hanover Harlan Helena Henry Hobbs Hudson Huron Irving Irwin Jasper Jerome Joliet Juneau Keene Kenton Kingman Lamar Laurel Lenoir Lima Lincoln Logan Macon Madison Marshall Mason Medford Merced Mercer Monroe Morgan Moultrie Nash Newton Norman Ogden Olathe Oneida Orange Oxford Palmer Pampa Pasco Perry Pierce Polk Provo Quincy Racine Reno Ripley Roanoke Salem Selma Sharon Shelby Sidney Sumner Tioga Troy Tulsa Union Upson Vernon Victor Waco Walker Warren Wayne Weston Wilson Yakima York Zapata".split(" ")
const forms = [
  "County Jail",
  "County Detention Center",
  "Correctional Facility",
  "Hold Room",
  "Regional Medical Center",
  "Sheriff Office",
  "Justice Center",
] as const
const states = ["OH", "IA", "KS", "MO", "NC", "WI", "KY"] as const

export const crowd: readonly Facility[] = towns.flatMap((town, n) =>
  forms.map(
    (form, m): Facility => ({
      code: `CR${n}F${m}`,
      name: `${town} ${form}`,
      city: town,
      state: states[(n + m) % states.length] as string,
      timeZone: timeZoneOf("America/Chicago"),
      staging: false,
      kind: form === "Hold Room" ? "hold" : form === "Regional Medical Center" ? "hospital" : "jail",
    }),
  ),
)
