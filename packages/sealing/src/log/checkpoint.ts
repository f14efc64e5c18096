// The server's signature under where its log stands.
import { type Checkpoint, type PublicKey, checkpointBytes } from "@safe-conduct/wire"
import { type Signing, verifySignature } from "../primitives/sign.ts"

export async function signCheckpoint(signing: Signing, checkpoint: Omit<Checkpoint, "signature">): Promise<Checkpoint> {
  return { ...checkpoint, signature: await signing.sign(checkpointBytes(checkpoint)) }
}

export const verifyCheckpoint = (key: PublicKey, checkpoint: Checkpoint): Promise<boolean> =>
  verifySignature(key, checkpointBytes(checkpoint), checkpoint.signature)
