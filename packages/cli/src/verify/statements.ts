// What members said to everybody: by their own signatures, certified by those who are named, and written in its one form.
import { checkStatement, verifySignature } from "@safe-conduct/sealing/verify"
import type { Tables } from "@safe-conduct/server"
import { SignedStatement, memberCertificateBytes, read, subjectOfStatement } from "@safe-conduct/wire"
import type { Trust } from "./chain.ts"
import { type Fault, fault } from "./fault.ts"

export async function statementFault({ desk, directory }: Trust, row: Tables["statement"]): Promise<Fault | null> {
  const no = (): Fault => fault("statement-unsigned", `What is said to everybody (${row.about}) was not signed by members of this desk.`)
  try {
    const parsed = read(SignedStatement, JSON.parse(row.said))
    if (!parsed.ok || JSON.stringify(parsed.value) !== row.said) return no()
    const { statement, signers } = parsed.value
    if (subjectOfStatement(statement) !== row.about || statement.number !== row.number) return no()
    for (const { member, approvals } of signers) {
      // Members who left since may have signed; strangers never.
      if (JSON.stringify(directory.members[member.member]?.certificate) !== JSON.stringify(member)) return no()
      for (const { by, signature } of approvals) {
        const admin = directory.members[by]?.certificate.sign
        if (admin === undefined || !(await verifySignature(admin, memberCertificateBytes(desk, member), signature))) return no()
      }
    }
    return (await checkStatement(directory, parsed.value)) === null ? null : no()
  } catch {
    // No JSON, or a number or a key that nothing signed can carry.
    return no()
  }
}
