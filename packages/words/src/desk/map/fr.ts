// The map in French.
import { plural } from "../../plural.ts"
import type { MapWords } from "./index.ts"

const n = (count: number, one: string, other: string): string => plural("fr", count, { one, other })
const people = (count: number): string => n(count, "personne", "personnes")
const places = (count: number): string => n(count, "lieu", "lieux")

export const map: MapWords = {
  title: "Où chacun est détenu",
  lede: "Chaque signe est un lieu : plus grand où l’on est plus nombreux, de la forme du niveau le plus grave. La liste dit la même chose.",
  held: (count, where) => `${people(count)} en détention dans ${places(where)}`,
  unknown: (count) => `${people(count)} en détention on ne sait où`,
  inCare: (count) => `${people(count)} en placement, loin de la famille`,
  undrawn: (count) => `${places(count)} hors du dessin`,
  drawing: (count) => `Les États-Unis, ${places(count)} sur le dessin ; la liste à côté dit la même chose`,
  places: "Lieux",
  none: "Personne n’est détenu en un lieu connu.",
  notDrawn: "(aucune liste ne dit où)",
  more: (count) => `${people(count)} de plus dans la liste des dossiers`,
  print: "Imprimer sans noms",
}
