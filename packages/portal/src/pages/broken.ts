// Whatever broke on the page and was caught by nobody is said above it, once. Without this a button that does nothing would be all that
// a person sees. Nothing is sent in another way instead.
export function sayWhatBreaks(place: HTMLElement, sentence: string): void {
  let said = false
  const say = (): void => {
    if (said) return
    said = true
    const notice = Object.assign(document.createElement("p"), { className: "notice danger", textContent: sentence })
    notice.setAttribute("role", "alert")
    place.before(notice)
  }
  addEventListener("error", say)
  addEventListener("unhandledrejection", say)
}
