// The trial desk: three invented members, some twenty invented families, and a history that ends at the moment it is made. It is
// played once on a clock of its own, from two months ago to now, before the folder is served; afterwards time is everybody's.
import { type Founding, type Result, type Seeds, type Vault, foundGenesis } from "@safe-conduct/client/member"
import { wordsOf } from "@safe-conduct/client/asker"
import { loadWords } from "@safe-conduct/sealing/code"
import { createServer } from "@safe-conduct/server"
import { foundDesk, vaultAt } from "../desk/found-desk.ts"
import type { WordLanguage } from "../language.ts"
import { type MemberNote, type TrialNotes, cast as castOf, notesOf } from "./notes.ts"
import { type Name, must, openStage } from "./stage.ts"
import { stories } from "./stories/index.ts"
import { type Cast, type Story, type TrialClock, laidOut, newCast, playAll } from "./timeline.ts"
import { whenOf } from "./when.ts"

export type { MemberNote, TrialNotes } from "./notes.ts"
