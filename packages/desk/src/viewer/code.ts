// How the frame comes to code that was handed in: one policy, made once; after that no other can be made, so that a script of a stranger
// could turn no text into code. Code on the page must also have its hash in the frame's policy; a worker inherits that policy whole.
interface Maker {
  createScript(text: string): string
  createScriptURL(text: string): string
}
interface Types {
  createPolicy(name: string, rules: Maker): Maker
}

const rules: Maker = { createScript: (text) => text, createScriptURL: (text) => text }
const types = (globalThis as { trustedTypes?: Types }).trustedTypes
const maker = types === undefined ? rules : types.createPolicy("viewer", rules)

/** Runs our own code, which leaves its door on `globalThis`. */
export function run(code: ArrayBuffer): void {
  const script = document.createElement("script")
  script.text = maker.createScript(new TextDecoder().decode(code))
  document.head.append(script)
}

export function startWorker(code: ArrayBuffer): Worker {
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }))
  return new Worker(maker.createScriptURL(address))
}
