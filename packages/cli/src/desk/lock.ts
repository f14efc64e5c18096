// One writer at a time: a file that names the process which holds it. What a dead process left behind is taken over.
import { open, readFile, rm } from "node:fs/promises"
import process from "node:process"

/** Gives the lock back; null when another process holds it. */
export async function takeLock(path: string): Promise<(() => Promise<void>) | null> {
  for (let round = 0; round < 2; round++) {
    try {
      const file = await open(path, "wx", 0o600)
      await file.writeFile(`${process.pid} ${await bornAt(process.pid)}`)
      await file.close()
      return () => rm(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
    }
    if (await isHeld(await readFile(path, "utf8").catch(() => ""))) return null
    await rm(path, { force: true })
  }
  return null
}

async function isHeld(text: string): Promise<boolean> {
  const [pid, born] = [Number(text.split(" ")[0]), text.split(" ")[1] ?? ""]
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  return (await bornAt(pid)) === born
}

/** When a process began, where the system tells: numbers of processes come again, in containers soon. */
async function bornAt(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")
  // The program's name stands in brackets and may hold blanks; the start is the twentieth field after it.
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? ""
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}
