// The dated events of a removal proceeding and what is read from them, axis by axis.
export * from "./decision.ts"
export * from "./docket.ts"
export * from "./event.ts"
export * from "./facts.ts"
export * from "./final-order.ts"
export * from "./protection.ts"
export * from "./stay.ts"
