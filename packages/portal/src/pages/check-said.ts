// A door of its own, so that a page which has nothing to check carries no cryptography.
export { saidToEverybody } from "@safe-conduct/client/asker"
