// All routes in one chain; its type is what clients may use. Everything under one roof: strict headers, a queue, one way to say no.
import { refuse } from "@safe-conduct/wire"
import { Hono } from "hono"
import { openAPIRouteHandler } from "hono-openapi"
import { strictHeaders } from "./door/headers.ts"
import { waitsWithoutBody } from "./door/queue.ts"
import type { Pages } from "./pages.ts"
import { lastResort, refused } from "./refuse.ts"
import { alarms } from "./routes/alarms.ts"
import { cards } from "./routes/cards.ts"
import { deskInfo } from "./routes/desk-info.ts"
import { duty, dutyForAnybody } from "./routes/duty.ts"
import { health } from "./routes/health.ts"
import { log as deskLog } from "./routes/log.ts"
import { mailboxes } from "./routes/mailboxes.ts"
import { objects } from "./routes/objects.ts"
import { openings } from "./routes/openings.ts"
import { purges } from "./routes/purges.ts"
import { sessions } from "./routes/session.ts"
import { statements, statementsForAnybody } from "./routes/statements.ts"
import { streams } from "./routes/streams.ts"
import { trial, trialNotes } from "./routes/trial.ts"
import { wakes } from "./routes/wakes.ts"
import { ways } from "./routes/ways.ts"
import { wraps } from "./routes/wraps.ts"
import type { Service } from "./service.ts"

const routes = (service: Service) =>
  new Hono()
    .route("/", health())
    .route("/", deskInfo(service))
    .route("/", trialNotes(service))
    .route("/", dutyForAnybody(service))
    .route("/", statementsForAnybody(service))
    .route("/api", sessions(service))
    .route("/api", mailboxes(service))
    .route("/api", streams(service))
    .route("/api", objects(service))
    .route("/api", cards(service))
    .route("/api", purges(service))
    .route("/api", openings(service))
    .route("/api", alarms(service))
    .route("/api", duty(service))
    .route("/api", ways(service))
    .route("/api", wakes(service))
    .route("/api", wraps(service))
    .route("/api", deskLog(service))
    .route("/api", statements(service))
    .route("/api", trial(service))

export type Api = ReturnType<typeof routes>

/** The whole application. `pages` answers what no route does. */
export function createApp(service: Service, pages: Pages, log: (line: string) => void): Hono {
  const api = routes(service)
  const app = new Hono()
  app.use(strictHeaders({ trial: service.trial, tls: service.origins?.some((origin) => origin.startsWith("https:")) ?? false }))
  // Health answers however long the queue is; everything else that works on the store waits its turn.
  app.use("/api/*", waitsWithoutBody(service))
  app.route("/", api)
  app.get(
    "/openapi.json",
    openAPIRouteHandler(api, {
      // /desk.json, /duty.json and /statements.json are routes and no files.
      excludeStaticFile: false,
      documentation: {
        openapi: "3.1.0",
        info: { title: "Safe Conduct", version: "1", description: "A blind server: it stores, orders and delivers sealed entries." },
        components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
      },
    }),
  )
  app.all("/api/*", (c) => refused(c, refuse("no-such-page", "There is nothing here.")))
  app.get("*", (c) => pages(c))
  app.notFound((c) => c.text("There is nothing here.\n", 404))
  app.onError(lastResort(log))
  return app
}
