// Seven words to be written on paper.
export const SevenWords = ({ passphrase }: { readonly passphrase: string }) => (
  <ol class="seven-words">
    {passphrase.split(" ").map((word) => (
      <li>{word}</li>
    ))}
  </ol>
)
