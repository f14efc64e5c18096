// The fixed sentences that go where others may read along: no name, no place, no date in any of them.
import type { Phrase } from "@safe-conduct/domain/request"

export type Phrases = Readonly<Record<Phrase, string>>
