// The small acts of a day's work: tasks, questions for the next call, owner, hold, publicity, closing and opening again.
import { closeReasons, kitGathered } from "@safe-conduct/domain/case"
import { type CaseForm, field, one, optional, person, pick } from "./form/spec.ts"

export const addTaskForm: CaseForm<"add-task"> = {
  does: "add-task",
  fields: [
    field("long", "/text", "task"),
    { ...person, optional: true },
    one("member", "/for", "doer", optional),
    field("when", "/due", "due", optional),
  ],
  fixed: ({ newId }) => ({ "/task": newId() }),
}

export const finishTaskForm: CaseForm<"finish-task"> = {
  does: "finish-task",
  fields: [one("task", "/task", "task"), field("text", "/note", "note", optional)],
}

export const passTaskForm: CaseForm<"pass-task"> = {
  does: "pass-task",
  fields: [one("task", "/task", "task"), one("member", "/for", "doer"), field("text", "/note", "note", optional)],
}

export const fillKitForm: CaseForm<"fill-kit"> = {
  does: "fill-kit",
  fields: [
    person,
    pick("/item", "kitItem", "kit", kitGathered),
    one("file", "/file", "file", optional),
    field("long", "/note", "note", optional),
  ],
}

export const askNextForm: CaseForm<"ask-next"> = {
  does: "ask-next",
  fields: [field("long", "/text", "question"), { ...person, optional: true }],
  fixed: ({ newId }) => ({ "/id": newId() }),
}

export const askedForm: CaseForm<"asked"> = {
  does: "asked",
  fields: [one("question", "/id", "question"), field("long", "/answer", "answer", optional)],
}

export const takeCaseForm: CaseForm<"take-case"> = {
  does: "take-case",
  fields: [one("member", "/owner", "owner")],
  start: ({ me }) => ({ "/owner": me }),
}

export const holdForm: CaseForm<"hold"> = { does: "hold", fields: [field("when", "/until", "until"), field("long", "/why", "why")] }

export const setPublicityForm: CaseForm<"set-publicity"> = {
  does: "set-publicity",
  fields: [pick("/publicity", "publicity", "publicity", ["no", "ask", "yes"]), field("text", "/note", "note", optional)],
}

export const closeCaseForm: CaseForm<"close-case"> = {
  does: "close-case",
  fields: [pick("/as", "closeAs", "closeAs", closeReasons), field("long", "/reason", "reason", { hint: "reasons" })],
}

export const reopenCaseForm: CaseForm<"reopen-case"> = { does: "reopen-case", fields: [field("long", "/reason", "reason")] }
