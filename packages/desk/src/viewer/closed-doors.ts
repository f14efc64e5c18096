// Run first inside the frame. The frame's policy forbids every connection that a policy can forbid; two ways out are older than that,
// and are closed here before a byte of the file arrives: calls between browsers, and elements whose address is looked up before the
// policy is asked. What is taken away here cannot be put back, and no other window is in reach to take it from.
const { apply } = Reflect
const { create, defineProperty } = Object
type Names = Readonly<Record<string, true>>
const named = (...names: readonly string[]): Names => {
  const list = create(null) as Record<string, true>
  for (const name of names) list[name] = true
  return list
}
const elements = named("canvas", "div", "pre", "p", "audio", "video", "script")
/** What the drawing of PDF pages makes its masks of. */
const vector = "http://www.w3.org/2000/svg"
const masks = named("svg", "defs", "g", "filter", "feColorMatrix", "feComponentTransfer", "feFuncR", "feFuncG", "feFuncB", "feFuncA")
const lower = String.prototype.toLowerCase

const never = (): never => {
  throw new TypeError("not in this frame")
}

/** Written over for good. Descriptors without a prototype, so that nothing inherited can alter them later. */
function fix(owner: object, name: string, value: unknown): void {
  defineProperty(owner, name, Object.assign(create(null) as object, { value, writable: false, configurable: false, enumerable: true }))
}

export function closeDoors(scope: typeof globalThis): void {
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel", "WebTransport", "RTCIceTransport"])
    fix(scope, name, undefined)

  const make = Document.prototype.createElement
  fix(Document.prototype, "createElement", function (this: Document, name: unknown) {
    const asked = apply(lower, `${name as string}`, []) as string
    return elements[asked] ? (apply(make, this, [asked]) as Element) : never()
  })
  const draw = Document.prototype.createElementNS
  fix(Document.prototype, "createElementNS", function (this: Document, space: unknown, name: unknown) {
    const asked = `${name as string}`
    return `${space as string}` === vector && masks[asked] ? apply(draw, this, [vector, asked]) : never()
  })
  // Whatever else can make an element, from a name, from markup or from a class of its own.
  const others: readonly (readonly [object | undefined, readonly string[]])[] = [
    [Document.prototype, ["importNode", "execCommand", "write", "writeln", "open"]],
    [DOMImplementation.prototype, ["createDocument", "createHTMLDocument"]],
    [scope.CustomElementRegistry?.prototype, ["define"]],
    [Element.prototype, ["setHTML", "setHTMLUnsafe", "insertAdjacentHTML"]],
    [Range.prototype, ["createContextualFragment"]],
    [(scope as { XSLTProcessor?: { prototype: object } }).XSLTProcessor?.prototype, ["importStylesheet"]],
    [scope.DOMParser?.prototype, ["parseFromString"]],
  ]
  for (const [owner, names] of others) if (owner) for (const name of names) if (name in owner) fix(owner, name, never)
}
