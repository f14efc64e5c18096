// What a person may send and what may be answered: the one door of the domain that the portal may open.
export * from "./file.ts"
export * from "./limits.ts"
export * from "./message.ts"
export * from "./request.ts"
export * from "./step.ts"
