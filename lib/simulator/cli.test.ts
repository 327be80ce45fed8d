import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { providers } from '@/lib/providers/registry'
import { startReceiver } from './testing/receiver'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs the command as npm does and tells how it ended. */
function simulate(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/simulator/cli.ts', ...args], { cwd: root })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })))
}

describe('npm run simulate', () => {
  it('ends with a table of what was answered and 0 where all is acknowledged', async () => {
    const receiver = await startReceiver(() => ({ status: 200, body: { status: 'accepted' } }))
    const { code, output } = await simulate('--orders', '3', '--rate', '0', '--url', receiver.url)
    await receiver.close()
    expect(code, output).toBe(0)
    expect(output).toMatch(/Provider +Kind +Deliveries +200 accepted/)
    for (const { label } of providers) expect(output).toMatch(new RegExp(`^${label} +fresh +(\\d+) +\\1$`, 'm'))
    expect(output).toContain(`${receiver.received.length} answered in`)
  }, 20_000)

  it('asks whether Jejak runs where nothing listens, and ends with 1', async () => {
    const receiver = await startReceiver(() => ({ status: 200, body: {} }))
    await receiver.close()
    const { code, output } = await simulate('--rate', '0', '--url', receiver.url)
    expect(output).toContain(`Is Jejak running at ${receiver.url}?`)
    expect(code).toBe(1)
  }, 20_000)

  it('says which secret is missing where genuine deliveries are rejected, and ends with 1', async () => {
    const receiver = await startReceiver(() => ({ status: 401, body: { status: 401, reason: 'signature_mismatch' } }))
    const { code, output } = await simulate('--orders', '1', '--rate', '0', '--url', receiver.url)
    await receiver.close()
    expect(output).toMatch(/genuine deliveries were not acknowledged: 401 signature_mismatch/)
    expect(code).toBe(1)
  }, 20_000)

  it('ends with 2 and a sentence for an option that cannot be used', async () => {
    const { code, output } = await simulate('--orders', 'many')
    expect(output).toContain('--orders: expected a whole number')
    expect(code).toBe(2)
  }, 20_000)
})
