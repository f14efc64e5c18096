// The machinery that every kind of stream shares: an action's shape, names derived from an index, editions, the fold, strikes.
export * from "./action.ts"
export * from "./begin-edition.ts"
export * from "./canonical.ts"
export * from "./editions.ts"
export * from "./fold.ts"
export * from "./line.ts"
export * from "./registry.ts"
export * from "./strike.ts"
