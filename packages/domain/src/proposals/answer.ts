// What a government can answer about one person, silence included.
export const proposalAnswers = [
  "NO_REPLY",
  "ACK",
  "UNDER_REVIEW",
  "ACCEPTED",
  "ACCEPTED_CONDITIONAL",
  "REFUSED",
  "OVERTAKEN_RELEASED",
  "OVERTAKEN_REMOVED",
  "WITHDRAWN",
] as const
export type ProposalAnswer = (typeof proposalAnswers)[number]
