import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { root } from './setup/root.mjs'

async function endOf(code: string): Promise<unknown[]> {
  const program = `const { watch } = await import('./server/watchdog.ts'); watch({ everyMs: 50, checks: 3 }); ${code}`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: root,
    stdio: 'ignore',
  })
  return once(child, 'exit')
}

it('kills a process whose event loop stands still', async () => {
  expect(await endOf('setTimeout(() => { for (;;); }, 100)')).toEqual([null, 'SIGKILL'])
})

it('leaves a process alone that is only waiting', async () => {
  expect(await endOf('setTimeout(() => process.exit(7), 1500)')).toEqual([7, null])
})
