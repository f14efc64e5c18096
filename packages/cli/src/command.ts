// What a command is, what it may reach of the world, and how one is found, given its flags and run.
import { exitOf, type Refusal, refusalLine, refuse } from "./refusal.ts"
import { type FlagSpec, type Flags, readFlags } from "./flags.ts"

/** Everything of the outer world that a command touches; `main.ts` fills it in, tests may too. */
export interface Host {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Standard input, whole. */
  readonly input: () => Promise<Uint8Array>
  /** Standard output; resolves when it is taken. */
  readonly out: (text: string) => Promise<void>
  /** One line for a person, on standard error. */
  readonly tell: (line: string) => void
  /** Aborted when the process is asked to end; from the first call on, ending is the command's own affair. */
  readonly ending: () => AbortSignal
}

export interface Command {
  readonly name: string
  /** One line. */
  readonly about: string
  /** What `--help` prints after usage and flags. */
  readonly help: string
  /** Names of what stands after the command without a flag. */
  readonly takes?: readonly string[]
  readonly flags: Readonly<Record<string, FlagSpec>>
  /** Null when it did what it should. */
  run(given: Flags, host: Host): Promise<Refusal | null>
}

export type Commands = Readonly<Record<string, () => Promise<Command>>>

export function helpOf(command: Command): string {
  const places = (command.takes ?? []).map((name) => ` ${name}`).join("")
  const rows = [...Object.entries(command.flags), ["help", { about: "this text" }] as [string, FlagSpec]].map(
    ([name, spec]) => [`  --${name}${spec.value === undefined ? "" : ` ${spec.value}`}`, spec] as const,
  )
  const width = Math.max(...rows.map(([name]) => name.length)) + 2
  const flags = rows.map(([name, spec]) => `${name.padEnd(width)}${spec.about}${spec.needed ? " (needed)" : ""}`)
  return [`safe-conduct ${command.name}${places}`, `  ${command.about}`, "", ...flags, "", command.help.trim(), ""].join("\n")
}

async function overview(commands: Commands): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  const width = Math.max(...all.map(({ name }) => name.length)) + 2
  const rows = all.map(({ name, about }) => `  ${name.padEnd(width)}${about}`)
  return ["safe-conduct COMMAND", "", ...rows, "", "JSON in, JSON out. `safe-conduct COMMAND --help` tells more.", ""].join("\n")
}

/** The process's exit code. */
export async function runCommand(argv: readonly string[], host: Host, commands: Commands): Promise<number> {
  // Some commands have two words: "recovery split".
  const two = `${argv[0]} ${argv[1]}`
  const [name, ...rest] = Object.hasOwn(commands, two) ? [two, ...argv.slice(2)] : argv
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    await host.out(await overview(commands))
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  const refused =
    load === undefined
      ? refuse("unknown-command", `There is no such command. Known: ${Object.keys(commands).join(", ")}.`)
      : await runLoaded(await load(), rest, host)
  if (refused === null) return 0
  host.tell(refusalLine(refused))
  return exitOf(refused)
}

async function runLoaded(command: Command, argv: readonly string[], host: Host): Promise<Refusal | null> {
  if (argv.includes("--help") || argv.includes("-h")) {
    await host.out(helpOf(command))
    return null
  }
  const flags = readFlags(argv, command)
  return flags.ok ? command.run(flags.value, host) : flags.refusal
}
