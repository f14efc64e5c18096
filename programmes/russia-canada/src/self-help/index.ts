// What a wife can do within the hour when he is being moved. Written by us from the rules that the sources name, and read by no lawyer yet:
// until one has, or two members
// of a desk have signed that they did, it shows nothing of it but "ask a lawyer" and the public numbers, and the trial shows it with that mark.
import type { SelfHelp } from "@safe-conduct/domain/request"
import { en } from "./en.ts"
import { fr } from "./fr.ts"
import { ru } from "./ru.ts"

export const selfHelp: SelfHelp = {
  reviewedOn: null,
  reviewedBy: null,
  sources: [
    "28 U.S.C. § 2241",
    "INA § 242(b)(3)(B)",
    "8 CFR § 1003.6(a)",
    "8 CFR § 241.6, form I-246",
    "8 CFR § 208.30",
    "ICE memorandum of 9 July 2025 (third countries)",
    "locator.ice.gov",
    "EOIR, 1-800-898-7180",
  ],
  texts: { en, fr, ru },
}
