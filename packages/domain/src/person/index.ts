// Who a person is on paper: names, numbers, dates, and whether two papers speak of one person.
export * from "./a-number.ts"
export * from "./date.ts"
export * from "./mention.ts"
export * from "./name.ts"
export { alike, lineKeys, nameKeys } from "./name-key.ts"
export * from "./same-person.ts"
