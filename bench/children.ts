import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NODE_FLAGS } from '@/server/role-process'
import type { RoleName } from '@/server/roles'

export const here = fileURLToPath(new URL('.', import.meta.url))
const children = new Set<ChildProcess>()

/** Starts a file of this folder in a process of its own, with the flags of the product's process of that role. */
export function startChild(file: string, env: Record<string, string> = {}, role: RoleName = 'web'): ChildProcess {
  const child = fork(join(here, file), {
    env: { ...process.env, ...env },
    execArgv: ['--import', 'tsx', ...NODE_FLAGS[role]],
  })
  children.add(child)
  child.on('exit', () => children.delete(child))
  return child
}

/** The next message of a child. Rejects where it ends instead. */
export async function messageOf<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController()
  const [message] = await Promise.race([
    once(child, 'message', { signal: ended.signal }),
    once(child, 'exit', { signal: ended.signal }).then(([code]) => {
      throw new Error(`${child.spawnargs.find((arg) => arg.endsWith('.ts'))} ended early, with exit code ${code}.`)
    }),
  ]).finally(() => ended.abort())
  return message as T
}

/** Lets a child end by itself, which it does when its parent hangs up. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  if (child.connected) child.disconnect()
  await gone
}

/** Ends whatever is left. */
export function killChildren(): void {
  for (const child of children) child.kill('SIGKILL')
}
