// The shortest way in: a touch. It is offered where the browser can do it; the words stay below.
import { Button } from "@safe-conduct/ui/button.tsx"
import { useDesk } from "../app/context.tsx"

export function PasskeyDoor({ working, onPress }: { readonly working: boolean; readonly onPress: () => void }) {
  const { words } = useDesk()
  const { keys, signIn } = words.value
  return (
    <section class="stack-s passkey-door">
      <Button look="main" id="passkey-sign-in" onPress={onPress} refused={working ? signIn.working : null}>
        {keys.door}
      </Button>
      <p class="quiet small">{keys.doorMore}</p>
    </section>
  )
}
