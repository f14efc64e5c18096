// What vite makes of an import that is no module of ours: a style is only loaded, an asset becomes its address.
declare module "*.css" {}
declare module "*?url" {
  const address: string
  export default address
}
/** Where the pieces lie that the frame of hostile files is handed; made by viewer-build.ts. */
declare module "virtual:viewer-pieces" {
  const addresses: Readonly<Record<import("./viewer/vocabulary.ts").Piece, string>>
  export default addresses
}
declare module "*?worker&url" {
  const address: string
  export default address
}
