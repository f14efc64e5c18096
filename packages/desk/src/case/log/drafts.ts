// Half-written notes: in memory while the desk is open, and sealed in the member's own drawer when the box is left.
import type { Vault } from "@safe-conduct/client/member"

const name = (stream: string) => `draft/${stream}`
const held = new Map<string, string>()

export const drafts = {
  async read(vault: Vault, stream: string): Promise<string> {
    const known = held.get(stream)
    if (known !== undefined) return known
    const drawer = await vault.drawer()
    const kept = drawer.ok ? drawer.value[name(stream)] : undefined
    return typeof kept === "string" ? kept : ""
  },
  /** True when it lies in the drawer. */
  async keep(vault: Vault, stream: string, text: string): Promise<boolean> {
    if ((held.get(stream) ?? "") === text) return true
    held.set(stream, text)
    return (await vault.keep(name(stream), text)).ok
  },
  forget: (): void => held.clear(),
}
