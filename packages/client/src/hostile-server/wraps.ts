// The wrap that seven words open, and files: what comes back from the server is whole and one's own, or it is refused.
import { type Identity, locate } from "@safe-conduct/sealing/open"
import { recipientOf, sealPart } from "@safe-conduct/sealing/seal"
import { type Wrap, fromBase64, toBase64 } from "@safe-conduct/wire"
import { good, vaultAt } from "../testing/family.ts"
import { type Mutation, altering, lying, refusalOf } from "./mutation.ts"
import { type Scene, borisThrough } from "./scene.ts"

export function wraps(s: Scene): readonly Mutation[] {
  const words = (n: number): string => s.desk.founding.founders[n]?.passphrase ?? ""
  const row = (name: string, refusal: string, change: (wrap: Wrap) => Wrap | Promise<Wrap>): Mutation => ({
    name,
    refusal,
    attempt: async () => refusalOf(await vaultAt(s.desk, altering<Wrap>(s.desk, /^\/api\/wraps\//, change)).unlock(words(1))),
  })
  const bytes = (wrap: Wrap, change: (all: Uint8Array) => void): Wrap => {
    const all = fromBase64(wrap.blob)
    change(all)
    return { blob: toBase64(all) }
  }
  const other = async (): Promise<Wrap> => {
    const { locator } = await locate(words(0), s.id)
    return (await (await s.desk.fetch(`${s.desk.url}/api/wraps/${locator}`)).json()) as Wrap
  }
  return [
    row("an honest wrap (control)", "accepted", (wrap) => wrap),
    row("a wrap that asks for eight MiB of memory", "wrong-passphrase", (wrap) =>
      bytes(wrap, (all) => new DataView(all.buffer).setUint32(0, 8192)),
    ),
    row("a wrap that asks for one pass", "wrong-passphrase", (wrap) => bytes(wrap, (all) => new DataView(all.buffer).setUint32(4, 1))),
    row("a wrap with a byte altered", "wrong-passphrase", (wrap) => bytes(wrap, (all) => all.set([(all[60] as number) ^ 1], 60))),
    row("another member's wrap", "wrong-passphrase", other),
    row("a wrap cut short", "wrong-passphrase", (wrap) => ({ blob: toBase64(fromBase64(wrap.blob).subarray(0, 6)) })),
    {
      name: "another desk behind the same words",
      refusal: "wrong-passphrase",
      attempt: async () =>
        refusalOf(
          await vaultAt(
            s.desk,
            lying(s.desk, (call) => (call.path.startsWith("/desk.json") ? Promise.resolve(Response.json(s.foreignInfo)) : undefined)),
          ).unlock(words(1)),
        ),
    },
  ]
}

export function files(s: Scene): readonly Mutation[] {
  const row = (name: string, refusal: string, change: (part: Uint8Array, n: number) => Uint8Array | Promise<Uint8Array>): Mutation => ({
    name,
    refusal,
    attempt: async () => {
      const vault = await borisThrough(
        s,
        lying(s.desk, (call, honest) => {
          const n = /^\/api\/objects\/[^/]+\/parts\/(\d+)/.exec(call.path)?.[1]
          if (n === undefined || call.method !== "GET") return undefined
          return honest().then(
            async (answer) => new Response((await change(new Uint8Array(await answer.arrayBuffer()), Number(n))) as never),
          )
        }),
      )
      const file = good(await vault.openCase(s.stream)).state.files[0]?.file
      return file === undefined ? "missing" : refusalOf(await vault.readFile(file as never))
    },
  })
  return [
    row("an honest file (control)", "accepted", (part) => part),
    row("a file cut short", "file-damaged", (part) => part.subarray(0, part.length - 400)),
    row("a file with a byte altered", "file-damaged", (part) => part.map((byte, n) => (n === part.length - 40 ? byte ^ 1 : byte))),
    row("a file with more behind it", "file-damaged", (part) => {
      const longer = new Uint8Array(part.length + 16)
      longer.set(part)
      return longer
    }),
    row("nothing where a file was", "file-damaged", () => new Uint8Array(0)),
    row("another file, sealed to the same key by someone who knows its recipient", "file-damaged", async () => {
      const view = good(await s.boris.openCase(s.stream))
      const file = view.state.files[0]?.file as unknown as { readonly secret: Identity } | undefined
      if (file === undefined) throw new Error("the case holds no file")
      const recipient = await recipientOf(file.secret)
      return sealPart(recipient, new TextEncoder().encode("planted"), 1)
    }),
  ]
}
