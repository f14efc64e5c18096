// Every action of the members stream. Names and types are derived from here; adding a step is adding a file and a line.
export { beginEdition } from "./begin-edition.ts"
export { certifyPasskey } from "./certify-passkey.ts"
export { nameMember } from "./name-member.ts"
export { retirePasskey } from "./retire-passkey.ts"
export { strike } from "./strike.ts"
