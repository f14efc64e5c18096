// Entry point of the pages that need no script: all it does is to say that a desk is a trial, where its genesis says so.
interface Papers {
  readonly genesis: { readonly body: string }
}

void fetch("/desk.json")
  .then((answer) => answer.json() as Promise<Papers>)
  .then(({ genesis }) => {
    const banner = document.getElementById("trial")
    // The genesis is clear JSON behind a label; the form reads it properly and checks who signed it.
    if (banner && atob(genesis.body).includes('"trial":true')) banner.hidden = false
  })
  .catch(() => {})
