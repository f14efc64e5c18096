// Answers once the server can take entries.
import { Hono } from "hono"
import * as v from "valibot"
import { does } from "./describe.ts"

const Health = v.object({ status: v.literal("ok") })

export const health = () =>
  new Hono().get("/health", does("Whether the server is ready.", Health), (c) => c.json({ status: "ok" as const }))
