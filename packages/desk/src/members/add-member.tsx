// A new member comes in by the text that was made on her own device: its words are compared by voice, then an administrator signs.
import type { MemberView, Newcomer } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Select } from "@safe-conduct/ui/choice.tsx"
import { TextArea, TextField } from "@safe-conduct/ui/text-field.tsx"
import { useEffect, useState } from "preact/hooks"
import { CopyText } from "../app/copy-text.tsx"
import { useDesk } from "../app/context.tsx"
import { type Role, RolesField } from "./roles-field.tsx"

export function AddMember({ left, onDone }: { /** Who was removed. */ readonly left: readonly MemberView[]; readonly onDone: () => void }) {
  const { words, vault, toast, refusalText } = useDesk()
  const { members, keys } = words.value
  const [claim, setClaim] = useState("")
  const [comes, setComes] = useState<Newcomer | null>(null)
  const [name, setName] = useState("")
  const [roles, setRoles] = useState<readonly Role[]>(["intake"])
  const [formerly, setFormerly] = useState("")
  const [error, setError] = useState<string | undefined>(undefined)
  const [pending, setPending] = useState<string | null>(null)
  useEffect(() => {
    if (claim.trim() === "") {
      setComes(null)
      setError(undefined)
      return
    }
    let gone = false
    void vault.readNewcomer(claim.trim()).then((answer) => {
      if (gone) return
      setComes(answer.ok ? answer.value : null)
      setError(answer.ok ? undefined : refusalText(answer.refusal))
    })
    return () => {
      gone = true
    }
  }, [claim])
  const called = (member: string): string => `${left.find((one) => one.member === member)?.name || members.unnamed} (${member.slice(0, 6)})`
  const add = async (): Promise<void> => {
    if (claim.trim() === "") {
      setError(members.claimMissing)
      return
    }
    const as = { name: name.trim(), roles, ...(formerly === "" ? {} : { formerly }) }
    // What another has signed carries its own name and roles; the words above are of the keys in it.
    const answer = comes?.first ? await vault.addMember("", as, claim.trim()) : await vault.addMember(claim.trim(), as)
    if (!answer.ok) {
      setError(refusalText(answer.refusal))
      return
    }
    setError(undefined)
    if (!answer.value.done) {
      setPending(answer.value.approvals)
      return
    }
    setPending(null)
    setClaim("")
    setName("")
    setFormerly("")
    toast(members.added)
    onDone()
  }
  return (
    <section class="add-member stack">
      <h2>{members.add}</h2>
      <p class="quiet">{members.addText}</p>
      <TextArea id="claim" label={members.claim} rows={3} value={claim} error={error} onInput={setClaim} />
      {comes !== null && (
        <div class="notice stack-s">
          {comes.first !== null && (
            <p>
              {members.claimFirst(
                comes.first.name,
                comes.first.roles.map((role) => members.roleNames[role]).join(", "),
                comes.first.by.join(", "),
              )}
            </p>
          )}
          <p>
            {members.claimWords}
            <br />
            <strong class="spoken">{comes.words.join(" ")}</strong>
          </p>
          {comes.first?.formerly && <p>{keys.formerlyWas(called(comes.first.formerly))}</p>}
          {comes.first !== null && <p class="quiet">{members.claimFirstMore}</p>}
        </div>
      )}
      {!comes?.first && (
        <>
          <TextField id="member-name" label={members.name} value={name} narrow onInput={setName} />
          <RolesField id="member-roles" roles={roles} onChoose={setRoles} />
          {left.length > 0 && (
            <Select
              id="member-formerly"
              label={keys.formerly}
              hint={keys.formerlyHint}
              value={formerly}
              onInput={setFormerly}
              empty={keys.formerlyNobody}
              options={left.map((one) => ({ value: one.member, label: called(one.member) }))}
            />
          )}
        </>
      )}
      <Button look="main" onPress={() => void add()}>
        {members.addGo}
      </Button>
      {pending !== null && (
        <div class="notice stack-s">
          <p>{members.pending}</p>
          <CopyText text={pending} />
        </div>
      )}
    </section>
  )
}
