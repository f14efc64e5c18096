// The door for members of the desk: the same vault in a Worker or in the process. Only plain data crosses it.
export type * from "./vault-port.ts"
export type { Refusal, Result } from "../result.ts"
export type { FileSource } from "../file/source.ts"
export { sourceOfBlob, sourceOfBytes } from "../file/source.ts"
