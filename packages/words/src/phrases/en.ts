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
} as const satisfies Phrases
