// What a person allows, and whether that is enough for one thing on one day.
export * from "./consent.ts"
export * from "./scope.ts"
export * from "./satisfies.ts"
