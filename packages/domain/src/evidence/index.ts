// What an activity rests on and whether that is enough.
export * from "./claim.ts"
export * from "./dossier.ts"
export * from "./item.ts"
export * from "./policy.ts"
