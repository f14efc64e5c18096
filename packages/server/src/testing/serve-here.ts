// For tests only: a desk served by a process of its own, so that it can be killed without warning. Prints its address, then waits.
import { type ServerOptions, createServer } from "../index.ts"

const options = JSON.parse(process.argv[2] as string) as Partial<ServerOptions> & { data: string }
const server = await createServer({ trial: true, now: () => Date.now(), ...options })
const { port } = await server.listen()
process.stdout.write(`${port}\n`)
