// The outline of the states, drawn once from the public atlas that comes with the page: no tile and no question leaves this desk, so
// nobody outside learns which place is looked at.
import { geoAlbersUsa, geoPath } from "d3-geo"
import { feature, mesh } from "topojson-client"
import type { GeometryCollection, Topology } from "topojson-specification"
import atlasText from "us-atlas/states-albers-10m.json"

const atlas = atlasText as unknown as Topology<{ readonly states: GeometryCollection; readonly nation: GeometryCollection }>

/** Of the atlas, which is projected already. */
export const box = { width: 975, height: 610 } as const
const albers = geoAlbersUsa().scale(1300).translate([487.5, 305])
const draw = geoPath()

export const nation: string = draw(feature(atlas, atlas.objects.nation)) ?? ""
export const borders: string = draw(mesh(atlas, atlas.objects.states, (a, b) => a !== b)) ?? ""

/** Null where the drawing does not reach: Puerto Rico, Guam. */
export const pointOf = ([lat, lon]: readonly [number, number]): readonly [number, number] | null => albers([lon, lat])
