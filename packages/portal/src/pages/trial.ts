// Entry point of the pages that need no script: all it does is to say that a desk is a trial, where its genesis says so.
interface Papers {
  readonly genesis: { readonly body: string }
}

/** As they came, once for all that asks on this page. */
export const papers: Promise<unknown> = fetch("/desk.json").then((answer) => answer.json())

/** The genesis is clear JSON behind a label; the form reads it properly and checks who signed it. */
export const trial: Promise<boolean> = papers
  .then((given) => given as Papers)
  .then(({ genesis }) => atob(genesis.body).includes('"trial":true'))
  .catch(() => false)

void trial.then((is) => {
  const banner = document.getElementById("trial")
  if (banner) banner.hidden = !is
})
