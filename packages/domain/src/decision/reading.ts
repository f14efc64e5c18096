// A blind reading is first a commitment, then a revelation: a reader cannot wait for the other's answer and cannot change her own.
/**
 * The text whose SHA-256 is the commitment. Reader and claim are inside it, so that nobody can repeat another's commitment as her
 * own; the salt (32 random bytes in hex) is there because three findings could be guessed.
 */
export const commitmentText = (salt: string, claim: string, reader: string, finding: string): string =>
  JSON.stringify(["safe-conduct/reading/1", salt, claim, reader, finding])

export const commitmentOf = (sha256: (text: string) => string, salt: string, claim: string, reader: string, finding: string): string =>
  sha256(commitmentText(salt, claim, reader, finding))
