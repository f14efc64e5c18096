// Entry point of /take: one click makes the ladder wait. Never by itself, because mail gateways open links; and the token leaves the
// address at once, so that the phone's history keeps none.
const token = location.hash.slice(1)
history.replaceState(null, "", location.pathname + location.search)
// Another language is the same call.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/take"]')) link.hash = token

const show = (id: "held" | "over" | "lost"): void => {
  for (const one of ["held", "over", "lost"]) (document.getElementById(one) as HTMLElement).hidden = one !== id
}
const button = document.getElementById("hold") as HTMLButtonElement

async function hold(): Promise<void> {
  button.disabled = true
  try {
    const answer = await fetch("/api/wakes/hold", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
    })
    show(answer.ok ? "held" : "over")
    button.remove()
  } catch {
    show("lost")
    button.disabled = false
  }
}

if (token === "") {
  show("over")
  button.remove()
} else button.addEventListener("click", () => void hold())
