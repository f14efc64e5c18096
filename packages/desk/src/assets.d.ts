// What vite makes of an import that is no module of ours: a style is only loaded, an asset becomes its address.
declare module "*.css" {}
declare module "*?url" {
  const address: string
  export default address
}
declare module "*?worker&url" {
  const address: string
  export default address
}
