#!/usr/bin/env node
// The installed command. It runs under Node 24: this one if it is new enough, else the one that came with the packages.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import * as module from "node:module"
import { dirname, join } from "node:path"
import process from "node:process"
import { fileURLToPath } from "node:url"
import { compileCache, nodeFlags } from "./node-flags.mjs"

const here = dirname(fileURLToPath(import.meta.url))
// Beside the built package's own file, or in the sources.
const main = existsSync(join(here, "main.js")) ? join(here, "main.js") : join(dirname(here), "src", "main.ts")

/** Upwards from here, as packages are found. */
function packagedNode(folder) {
  const node = join(folder, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node")
  if (existsSync(node)) return node
  return dirname(folder) === folder ? null : packagedNode(dirname(folder))
}

if (Number(process.versions.node.split(".")[0]) >= 24) {
  module.enableCompileCache(compileCache(dirname(dirname(main))))
  await import(main)
} else {
  const node = packagedNode(dirname(main))
  if (node === null) {
    console.error('{"error":"old-node","message":"Safe Conduct runs on Node 24 or newer.","at":""}')
    process.exit(2)
  }
  const child = spawn(node, [...nodeFlags, main, ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache(dirname(dirname(main))) },
  })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  child.on("exit", (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)))
}
