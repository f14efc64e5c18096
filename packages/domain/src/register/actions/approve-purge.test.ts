// The second signature: another member's, over what still stands as it did.
import { expect, test } from "vitest"
import { storyHash } from "../../stream/story.ts"
import { purgedHeads } from "../purge.ts"
import { purgedFamily, purgedMailbox, purgeGuards as guards, purgeOf, purgeSignatures as signatures, registerStory } from "../story.ts"

const proposed = () => {
  const story = registerStory()
  return { story, ...story.tells("lena", "propose-purge", purgeOf()) }
}

test("two members destroy, one does not", () => {
  const { story, hash: entry } = proposed()
  expect(story.says("lena", "approve-purge", { entry, signatures }, { guards }).refusal?.error).toBe("same-member")
  story.tells("oleg", "approve-purge", { entry, signatures }, { guards })
  expect(purgedHeads(story.state, purgedFamily)).toEqual([{ seq: 9, hash: storyHash("nine") }])
  expect(story.says("ivan", "approve-purge", { entry, signatures }, { guards }).refusal?.error).toBe("already-approved")
  expect(story.says("lena", "propose-purge", purgeOf()).refusal?.error).toBe("already-approved")
})

test("two ids of one person are one", () => {
  const { story, hash: entry } = proposed()
  const same = registerStory({ person: (member: string) => (member === "lena2" ? "lena" : member) })
  const { hash } = same.tells("lena", "propose-purge", purgeOf())
  expect(same.says("lena2", "approve-purge", { entry: hash, signatures }, { guards }).refusal?.error).toBe("same-member")
  story.tells("lena2", "approve-purge", { entry, signatures }, { guards })
})

test("what was written after the proposal voids it", () => {
  const { story, hash: entry } = proposed()
  const [family, ask] = guards
  const moved = [family, { ...ask, seq: 2, hash: storyHash("a new message") }]
  expect(story.says("oleg", "approve-purge", { entry, signatures }, { guards: moved }).refusal?.error).toBe("changed-since")
  expect(story.says("oleg", "approve-purge", { entry, signatures }, { guards: [family] }).refusal).toMatchObject({
    error: "guard-missing",
    params: { stream: purgedMailbox },
  })
})

test("a compartment that goes unseen is held where it stood all the same; a mailbox that goes unread is not", () => {
  const [family, other] = purgeOf().streams
  for (const [what, error] of [
    ["compartment", "guard-missing"],
    ["ask", undefined],
  ]) {
    const story = registerStory()
    const { hash: entry } = story.tells("lena", "propose-purge", purgeOf({ streams: [family, { ...other, what, unanswered: true }] }))
    const says = story.says("oleg", "approve-purge", { entry, signatures }, { guards: [guards[0]] })
    expect(says.refusal?.error, what).toBe(error)
  }
})

test("it signs for every stream of a proposal that was on the screen", () => {
  const { story, hash: entry } = proposed()
  const says = (input: object) => story.says("oleg", "approve-purge", { entry, signatures, ...input }, { guards }).refusal?.error
  expect(says({ signatures: signatures.slice(1) })).toBe("signature-missing")
  expect(says({ signatures: [...signatures.slice(1), ...signatures.slice(1)] })).toBe("signature-missing")
  expect(says({ entry: storyHash("nothing") })).toBe("nothing-to-approve")
  const later = registerStory()
  const first = later.tells("oleg", "set-notice", { where: "portal", text: null })
  const second = later.tells("lena", "propose-purge", purgeOf())
  const blind = { entry: second.hash, signatures, saw: { seq: first.seq, hash: first.hash } }
  expect(later.says("oleg", "approve-purge", blind, { guards }).refusal?.error).toBe("saw-too-early")
})

test("once signed it cannot be struck, nor can the signature", () => {
  const { story, seq, hash: entry } = proposed()
  const { seq: signed } = story.tells("oleg", "approve-purge", { entry, signatures }, { guards })
  expect(story.says("lena", "strike", { seq, why: "no" }).refusal).toMatchObject({ error: "relied-on", params: { seq: signed } })
  expect(story.says("oleg", "strike", { seq: signed, why: "no" }).refusal?.error).toBe("cannot-be-struck")
})
