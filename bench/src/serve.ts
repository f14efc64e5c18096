// The server alone in its own process, for figures: prints its port, ends on SIGTERM.
import process from "node:process"
import { createServer } from "@safe-conduct/server"

const [data, databaseUrl] = process.argv.slice(2) as [string, string?]
const server = await createServer({ data, ...(databaseUrl ? { databaseUrl } : {}), now: () => Date.now(), trial: true, port: 0 })
const { port } = await server.listen()
console.log(port)
process.on("SIGTERM", () => void server.close().then(() => process.exit(0)))
