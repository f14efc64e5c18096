// Where people are held, how we know, and how old that knowledge is.
export * from "./episode.ts"
export * from "./facility.ts"
export * from "./staleness.ts"
