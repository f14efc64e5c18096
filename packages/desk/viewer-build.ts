// Builds the frame in which hostile files are opened: one page that holds its code and its policy, and the pieces that it is handed.
// The policy names our code by its hashes and nothing else, no address at all: the page could load nothing even from its own server.
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build, type Plugin } from "vite"
import { packed } from "./src/viewer/pack.ts"
import { type Piece, pieces } from "./src/viewer/vocabulary.ts"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const require = createRequire(import.meta.url)
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`))

/** One source and all that it imports as a single script without imports of its own. */
async function script(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: here("."),
    logLevel: "error",
    build: {
      write: false,
      target: ["chrome119", "safari17.4", "firefox121"],
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: here(`src/viewer/${entry}`), output: { format: "iife" } },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !("output" in output) || output.output.length !== 1) throw new Error(`${entry} is not one script`)
  const code = output.output[0].code
  if (/<\/script|<!--/i.test(code) && !entry.startsWith("pdf")) throw new Error(`${entry} would end its own element`)
  return code.replaceAll("\r\n", "\n").trim()
}

const tables = (folder: string, names: RegExp): Uint8Array =>
  packed(
    readdirSync(folder)
      .filter((name) => names.test(name))
      .sort()
      .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
  )

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`
const attribute = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")

export interface BuiltViewer {
  readonly page: string
  readonly pieces: Readonly<Record<Piece, { readonly ending: string; readonly bytes: string | Uint8Array }>>
}

async function buildViewer(): Promise<BuiltViewer> {
  const [outer, frame, pdf, parsing, heic] = [
    await script("outer.ts"),
    await script("frame.ts"),
    await script("pdf-door.ts"),
    await script("pdf.worker.ts"),
    await script("heic.worker.ts"),
  ]
  const style = readFileSync(here("src/viewer/frame.css"), "utf8").trim()
  const whole = "html,body,iframe{box-sizing:border-box;width:100%;height:100%;margin:0;border:0;display:block}"
  const policy = [
    "default-src 'none'",
    `script-src ${[outer, frame, pdf].map(hash).join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${[style, whole].map(hash).join(" ")}`,
    "media-src blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types viewer",
  ].join("; ")
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8">`
  const inner = `${head}<style>${style}</style><script>${frame}</script></head><body></body></html>`
  const page = `${head}<meta http-equiv="Content-Security-Policy" content="${policy}"><title>File</title><style>${whole}</style><script>${outer}</script></head><body><iframe title="File" sandbox="allow-scripts" srcdoc="${attribute(inner)}"></iframe></body></html>\n`
  const [parser, decoder] = [folderOf("pdfjs-dist"), folderOf("libheif-js")]
  return {
    page,
    pieces: {
      pdf: { ending: "js", bytes: pdf },
      "pdf-worker": { ending: "js", bytes: parsing },
      "pdf-fonts": { ending: "bin", bytes: tables(join(parser, "standard_fonts"), /\.(pfb|ttf)$/) },
      "pdf-maps": { ending: "bin", bytes: tables(join(parser, "cmaps"), /\.bcmap$/) },
      "pdf-wasm": { ending: "bin", bytes: tables(join(parser, "wasm"), /^(openjpeg|jbig2|qcms_bg)\.wasm$/) },
      heic: { ending: "js", bytes: heic },
      "heic-wasm": { ending: "wasm", bytes: readFileSync(join(decoder, "libheif-wasm/libheif.wasm")) },
    },
  }
}

/** Adds the page and its pieces to the desk, and tells the desk where the pieces lie (`virtual:viewer-pieces`). */
export function viewer(): Plugin {
  const name = "virtual:viewer-pieces"
  let built: Promise<BuiltViewer> | undefined
  const addressOf = ({ pieces: made }: BuiltViewer, piece: Piece): string => {
    const { bytes, ending } = made[piece]
    return `assets/viewer-${piece}-${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}.${ending}`
  }
  return {
    name: "safe-conduct-viewer",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null
      built ??= buildViewer()
      const made = await built
      return `export default ${JSON.stringify(Object.fromEntries(pieces.map((piece) => [piece, `/desk/${addressOf(made, piece)}`])))}`
    },
    async generateBundle() {
      built ??= buildViewer()
      const made = await built
      this.emitFile({ type: "asset", fileName: "viewer.html", source: made.page })
      for (const piece of pieces) this.emitFile({ type: "asset", fileName: addressOf(made, piece), source: made.pieces[piece].bytes })
    },
  }
}
