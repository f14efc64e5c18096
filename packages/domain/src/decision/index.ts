// Findings and decisions: what they rest on, who reads blind, which policy judges.
export * from "./basis.ts"
export * from "./decision.ts"
export * from "./policy-pin.ts"
export * from "./reading.ts"
