export const nodeFlags: readonly string[]
export function compileCache(root: string): string
