// Every address of the desk, so that a page can name another without loading it.
export const paths = {
  today: "/desk",
  tray: "/desk/tray",
  request: (ask: string) => `/desk/tray/${ask}`,
  cases: "/desk/cases",
  case: (stream: string) => `/desk/case/${stream}`,
  proposals: "/desk/proposals",
  proposal: (stream: string) => `/desk/proposal/${stream}`,
  letters: "/desk/letters",
  members: "/desk/members",
  junk: "/desk/junk",
  recovery: "/desk/recovery",
  purge: "/desk/purge",
  purgeOf: (stream: string) => `/desk/purge/${stream}`,
  keys: "/desk/keys",
  about: "/desk/about",
} as const
