// Every action of a compartment. Names and types are derived from here; adding a step is adding a file and a line.
export { addVoucher } from "./add-voucher.ts"
export { answerAdverse } from "./answer-adverse.ts"
export { beginEdition } from "./begin-edition.ts"
export { bindVoucher } from "./bind-voucher.ts"
export { noteAdverse } from "./note-adverse.ts"
export { openCompartment } from "./open-compartment.ts"
export { strike } from "./strike.ts"
export { withdrawVoucher } from "./withdraw-voucher.ts"
