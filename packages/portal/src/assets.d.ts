// What vite makes of a file that is asked for by address.
declare module "*?url" {
  const address: string
  export default address
}
declare module "*?worker&url" {
  const address: string
  export default address
}
