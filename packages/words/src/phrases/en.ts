// The fixed sentences in English.
import type { Phrases } from "./index.ts"

export const phrases = {
  read: "We have read what you wrote.",
  working: "We are working on it.",
  "nothing-needed": "Nothing is needed from you now.",
  "write-again": "Write again when something changes.",
  "call-again": "Please call us as soon as you can.",
  "sign-nothing": "Sign nothing before you have spoken with a lawyer.",
  "papers-needed": "Please send photographs of the papers you have.",
  "ask-anew":
    "Please send a new request from a device that is your own, tick “I have asked you before”, and keep the new words to yourself.",
  "code-replaced": "These words were replaced by new ones. Nothing more is written here. If you did not ask for that, call us.",
  "flight-rumoured": "One voice says that a transfer is possible. It is not checked. Tell the lawyer now.",
  "flight-reported":
    "Two people say, independently, that a transfer is possible. It is not confirmed. Ring the lawyer now and ask what is filed.",
  "flight-confirmed": "A transfer is confirmed. Ring the lawyer now, whatever the hour. Nothing is to be signed that cannot be read.",
} as const satisfies Phrases
