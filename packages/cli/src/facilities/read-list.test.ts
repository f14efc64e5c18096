// Lists of places as operators find them.
import { describe, expect, test } from "vitest"
import { readCsv, decodeText } from "./csv.ts"
import { zoneOfPlace } from "./place-zone.ts"
import { type GivenLists, type ReadLists, readLists } from "./read-list.ts"

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
const places = `id,name,detloc,address,city,state,zip,lat,lon,type
1,Invented Staging Facility,INVSTLA,"1 Road, Suite 2",Alexandria,LA,71303,31.3173,-92.5361,Hold/Staging
2,"Example ""Old"" County Jail",EXAMPTX,,El Paso,TX,,31.79,-106.42,Non-Dedicated
3,LAREDO HOLD ROOM,LRDTEST,,LAREDO,TX,,27.5,-99.5,Hold/Staging
4,No Code House,,,Davenport,IA,,41.5,-90.5,
`
const read = (text: string, more: Partial<GivenLists> = {}): ReadLists => {
  const got = readLists({ places: file("places.csv", text), ...more })
  if (!got.ok) throw new Error(got.refusal.message)
  return got.value
}

describe("a list of places", () => {
  test("is read with commas in quotes, doubled quotes, shouting and rows without a code", () => {
    const { list, refused } = read(places)
    expect(refused).toEqual([])
    expect(list.facilities.map(({ code, name, city, kind, staging }) => [code, name, city, kind, staging])).toEqual([
      ["INVSTLA", "Invented Staging Facility", "Alexandria", "hold", true],
      ["EXAMPTX", 'Example "Old" County Jail', "El Paso", "jail", false],
      ["LRDTEST", "Laredo Hold Room", "Laredo", "hold", false],
      ["", "No Code House", "Davenport", "other", false],
    ])
  })

  test.each([
    ["semicolons and another order", "STATE;Detloc;Facility Name;City\nLA;ABCDELA;Some Jail;Jena\n"],
    ["tabs and Windows line ends", "name\tdetloc\tstate\tcity\r\nSome Jail\tABCDELA\tLA\tJena\r\n"],
    ["a byte order mark and no last line end", "\ufeffname,code,state,city\nSome Jail,ABCDELA,Louisiana,Jena"],
  ])("is the same with %s", (_, text) => {
    expect(read(text).list.facilities).toMatchObject([
      { code: "ABCDELA", name: "Some Jail", city: "Jena", state: "LA", timeZone: "America/Chicago" },
    ])
  })

  test("is read in UTF-16 and in the Windows code page too", () => {
    const text = "name,code,state\nCañon Jail,CANONCO,CO\n"
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])])
    const windows = Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))
    for (const bytes of [utf16, windows]) expect(readCsv(decodeText(bytes)).rows[1]?.cells[0]).toBe("Cañon Jail")
  })

  test("names every row that is none with its line, its reason and the row itself, and brings the others", () => {
    const { list, refused } = read(
      `${places}5,Too,FEW\n6,,NAMELES,,Town,TX,,1,1,Federal\n7,Bad Code,B@D!,,Town,TX,,1,1,Federal\n8,"Never closed,X\n`,
    )
    expect(list.facilities.length).toBe(4)
    expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
      [9, "A quotation mark opens here and nothing closes it."],
      [6, "3 cells stand here and 10 in the first line."],
      [7, "A place needs a name."],
      [8, '"B@D!" is not a facility code: 2 to 12 letters and digits.'],
    ])
    expect(refused[1]?.row).toEqual(["5", "Too", "FEW"])
  })

  test("flags what it had to assume and keeps the row", () => {
    const { list, flagged } = read("name,code,state,city,lat,lon\nCamp,CAMPXX,Cuba,Bay,north,\nJail,JAILTX,TX,Town,,\n")
    expect(list.facilities.map(({ city, state, at }) => [city, state, at])).toEqual([
      ["Bay, Cuba", "", undefined],
      ["Town", "TX", undefined],
    ])
    expect(flagged.map(({ line }) => line)).toEqual([2, 2, 2, 3])
  })

  test("becomes one place a code, with every name", () => {
    const twice = "id,name,code,state,city\n1,Old Name,ABCDELA,LA,Jena\n2,New Name,abcdela,LA,Jena\n"
    const names = file("names.csv", 'canonical_id,facility_name\n2,"Third, Name"\n9,Nobody\n2,\n')
    const { list, merged, refused, names: count } = read(twice, { names })
    expect(list.facilities).toMatchObject([{ code: "ABCDELA", name: "New Name", also: ["Old Name", "Third, Name"] }])
    expect(merged).toEqual([{ code: "ABCDELA", lines: [2, 3] }])
    expect(refused.map(({ file, line }) => [file, line])).toEqual([
      ["names.csv", 3],
      ["names.csv", 4],
    ])
    expect(count).toBe(1)
  })

  test("has the field office of its state, and where several share it the nearest, marked so", () => {
    const areas = file(
      "areas.csv",
      '"office_name", "state_name", "county_name"\n"New Orleans", "Louisiana", ""\n"El Paso", "Texas", "A"\n"Houston", "Texas", "B"\n',
    )
    const offices = file("offices.csv", "office_name,lon,lat\nEl Paso Field Office,-106.3,31.8\nHouston Field Office,-95.4,29.9\n")
    expect(read(places, { areas, offices }).list.facilities.map(({ office, officeByDistance }) => [office, officeByDistance])).toEqual([
      ["New Orleans", undefined],
      ["El Paso", true],
      ["Houston", true],
      [undefined, undefined],
    ])
  })

  test("without a needed column, or without one readable row, is refused whole", () => {
    const refusal = (text: string) => {
      const got = readLists({ places: file("places.csv", text) })
      return got.ok ? null : got.refusal.error
    }
    expect(refusal("name,city\nA,B\n")).toBe("no-column")
    expect(refusal("")).toBe("no-column")
    expect(refusal("name,code,state\n,,\n ,X!,TX\n")).toBe("no-facilities")
  })
})

test.each([
  ["TX", [31.8, -106.4], "America/Denver"], ["TX", [29.9, -95.4], "America/Chicago"], ["FL", [30.4, -87.2], "America/Chicago"], ["FL", [25.8, -80.2], "America/New_York"],
  ["TN", [35.0, -85.3], "America/New_York"], ["TN", [36.2, -86.8], "America/Chicago"], ["KY", [37.0, -86.4], "America/Chicago"], ["IN", [41.6, -87.3], "America/Chicago"],
  ["IN", [39.8, -86.2], "America/New_York"], ["AZ", [33.4, -112], "America/Phoenix"], ["ID", [47.7, -116.8], "America/Los_Angeles"], ["NE", [41.1, -100.8], "America/Chicago"],
] as const)("the clock of %s at %s is %s", (state, at, zone) => expect(zoneOfPlace(state, at).zone).toBe(zone)) // biome-ignore format: a table
