// What an activity rests on and whether that is enough.
export * from "./claim.ts"
export * from "./contradiction.ts"
export * from "./dossier.ts"
export * from "./independence.ts"
export * from "./item.ts"
export * from "./ladder.ts"
export * from "./policy.ts"
export * from "./standard.ts"
