// How a route says what it takes and gives: one line beside it becomes its part of /openapi.json and checks what comes in.
import { pointer, refuse } from "@safe-conduct/wire"
import type { Context, MiddlewareHandler } from "hono"
import { describeRoute, resolver, validator } from "hono-openapi"
import type * as v from "valibot"
import { refused } from "../refuse.ts"

/** `gives` is the schema of the answer, or the media type of one that is not JSON. */
export const does = (summary: string, gives?: v.GenericSchema | string, status = 200): MiddlewareHandler =>
  describeRoute({
    summary,
    responses: {
      [status]: {
        description: summary,
        ...(gives === undefined
          ? {}
          : {
              content:
                typeof gives === "string" ? { [gives]: {} } : { "application/json": { schema: resolver(gives, { errorMode: "ignore" }) } },
            }),
      },
      "4XX": { description: "A refusal: {error, message, at?}." },
    },
  })

/** The body as JSON of this schema, or 400 with where it does not fit. */
export const takes = <S extends v.GenericSchema>(schema: S) =>
  validator("json", schema, (result, c: Context) => {
    if (result.success) return
    const [issue] = result.error
    const path = (issue?.path ?? []).map((step) => ({ key: typeof step === "object" && step !== null ? step.key : step }))
    return refused(c, refuse("malformed", issue?.message ?? "This could not be read.", pointer(path)))
  })

/** The query of this schema, or 400. */
export const asks = <S extends v.GenericSchema<Record<string, string | undefined>, unknown>>(schema: S) =>
  validator("query", schema, (result, c: Context) => {
    if (result.success) return
    return refused(
      c,
      refuse(
        "malformed",
        "The address asks for something that is not there.",
        `/${(result.error[0]?.path ?? []).map((step) => String(typeof step === "object" ? step.key : step)).join("/")}`,
      ),
    )
  })
