// People of the request beside people already known, fact by fact, with the reasons in words. Joining is one press and can be undone.
import type { Alike, CaseRow, OpenedRequest, RowPerson } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { useDesk } from "../app/context.tsx"
import { LevelMark } from "../app/level-mark.tsx"
import { useLive } from "../app/live.ts"
import { paths } from "../app/paths.ts"
import { fullDay } from "../app/when.ts"
import { placeText } from "../today/facts.ts"
import { useJoin } from "./use-join.ts"

export function AlikeTable({ opened }: { readonly opened: OpenedRequest }) {
  const { words } = useDesk()
  const { tray } = words.value
  const found = opened.alike.flat()
  return (
    <section class="alike">
      <h3>{tray.alike}</h3>
      {found.length === 0 ? (
        <p class="quiet">{tray.alikeNone}</p>
      ) : (
        found.map((one) => <Pair key={`${one.stream}/${one.person}/${one.index}`} opened={opened} one={one} />)
      )}
    </section>
  )
}

function Pair({ opened, one }: { readonly opened: OpenedRequest; readonly one: Alike }) {
  const { words, language } = useDesk()
  const { list } = useLive()
  const join = useJoin(opened.ask)
  const { tray, row: said } = words.value
  const row: CaseRow | undefined = list.value?.find((each) => each.stream === one.stream)
  const known: RowPerson | undefined = row?.people.find((each) => each.person === one.person)
  const asked = opened.request?.people[one.index]
  // The other people of the request who resemble somebody of the same case are joined to them at once.
  const pairs = opened.alike.flatMap((list, index) => {
    const best = index === one.index ? one : list.find((each) => each.stream === one.stream && each.likely)
    return best === undefined ? [] : [{ index, person: best.person }]
  })
  const theirName = [asked?.names?.cyrillic, ...(asked?.names?.latin ?? [])]
    .filter((name) => name !== undefined)
    .map((name) => [name.surname, name.given].filter(Boolean).join(" "))
    .join(", ")
  const facts: readonly (readonly [label: string, theirs: string | undefined, ours: string | undefined])[] = [
    [tray.fields["name"] ?? "", theirName, known ? [known.cyrillic, known.latin].filter(Boolean).join(", ") : one.name],
    [
      tray.fields["born"] ?? "",
      asked?.born && fullDay(language.value, asked.born),
      known?.born ? fullDay(language.value, known.born) : undefined,
    ],
    [tray.fields["aNumber"] ?? "", asked?.aNumber, known?.aNumbers.join(", ")],
    [
      tray.where,
      asked?.where && [asked.where.facility ?? said.kinds[asked.where.kind], asked.where.state].filter(Boolean).join(", "),
      known ? placeText(words.value, known.where) : undefined,
    ],
  ]
  return (
    <div class="pair-of-people">
      <p>
        {row && <LevelMark level={row.urgency} />} <strong>{one.reasons.map((reason) => tray.reasons[reason]).join("; ")}</strong>{" "}
        <span class="quiet">
          {tray.score(one.score)}
          {!one.likely && `, ${tray.worthALook}`}
        </span>
      </p>
      <table class="table">
        <thead>
          <tr>
            <td />
            <th scope="col">{tray.theirs}</th>
            <th scope="col">
              <a href={paths.case(one.stream)}>{tray.ours}</a>
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.map(([label, theirs, ours]) => (
            <tr>
              <th scope="row">{label}</th>
              <td>{theirs}</td>
              <td>{ours}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        look={one.likely ? "main" : undefined}
        refused={join.refused}
        id={`join-${one.person}`}
        onPress={() => void join.into({ stream: one.stream, people: pairs })}
      >
        {tray.joinTo(one.name)}
      </Button>
    </div>
  )
}
