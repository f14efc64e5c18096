// The runtime overlay: what two members change of the programme's law without a release, and whom it concerns.
export * from "./change.ts"
export * from "./law-with.ts"
export * from "./moved.ts"
