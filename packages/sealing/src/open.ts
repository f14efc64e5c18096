// Door 3: what opens. Nothing leaves before the end is verified.
export { openCard } from "./card/card.ts"
export { type Opened, openAnswer, openAsk, openEntry } from "./entry/open-entry.ts"
export { openEnvelope, streamIdentity } from "./epoch/epoch.ts"
export { openFile, openPart } from "./file/part.ts"
export { type Identity, ageOpen } from "./primitives/age.ts"
export { type Wrapped, locate, unwrapSeeds } from "./seed/passphrase.ts"
export { memberKeys } from "./seed/member-keys.ts"
