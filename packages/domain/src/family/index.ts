// A family as one unit: who belongs, where each is, and whether they may move together.
export * from "./unit.ts"
export * from "./readiness.ts"
