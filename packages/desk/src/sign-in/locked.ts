// The sealed bundle of a locked screen: in this tab alone, so that a reload keeps it and closing the tab throws it away.
const name = "desk-locked"
let here: string | null = null

export const locked = {
  read(): string | null {
    try {
      return sessionStorage.getItem(name) ?? here
    } catch {
      return here
    }
  },
  keep(sealed: string | null): void {
    here = sealed
    try {
      if (sealed === null) sessionStorage.removeItem(name)
      else sessionStorage.setItem(name, sealed)
    } catch {
      // Denied: it lasts until the page is loaded anew.
    }
  },
}
