// "Save my copy": what a person wrote, as an age file under a passphrase of her own. It opens in any age and needs nothing of ours.
import { ageSealPassphrase } from "@safe-conduct/sealing/seal"
import type { Request } from "@safe-conduct/domain/request"
import { utf8 } from "@safe-conduct/wire"

export const ownCopy = (request: Request, passphrase: string): Promise<Uint8Array<ArrayBuffer>> =>
  ageSealPassphrase(passphrase, utf8(JSON.stringify(request, null, 2)))
