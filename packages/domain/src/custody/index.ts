// Where people are held, how we know, and how old that knowledge is.
export * from "./distance.ts"
export * from "./episode.ts"
export * from "./facility.ts"
export * from "./facility-list.ts"
export * from "./find-facility.ts"
export { latinOf, stateNames } from "./place-words.ts"
export * from "./staleness.ts"
