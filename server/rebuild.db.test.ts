import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startIngest } from '@/lib/ingest/testing'
import { startWorker } from '@/lib/worker/worker'
import { root } from './setup/root.mjs'

/** `npm run rebuild` with these variables. */
function rebuild(settings: Record<string, string>): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/rebuild.ts'], {
      cwd: root,
      env: { ...process.env, ...settings },
    })
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
    child.on('close', (code) => resolve({ code, ...said }))
  })
}

it('says that nothing runs where nothing does', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jejak-rebuild-'))
  const said = await rebuild({ DATABASE_URL: '', JEJAK_DATA_DIR: dataDir })
  rmSync(dataDir, { recursive: true })
  expect(said.code).toBe(1)
  expect(said.err.trim()).toBe('Jejak is not running here: start it with npm start, then order the rebuild again.')
})

it('needs a worker, and then tells what came of it', { timeout: 40_000 }, async () => {
  const bench = await startIngest()
  try {
    const settings = { DATABASE_URL: bench.databaseUrl }
    const refused = await rebuild(settings)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('No worker is running') })
    expect(await bench.prisma.rebuild.count()).toBe(0)
    const worker = await startWorker({ databaseUrl: bench.databaseUrl, handlers: [], concurrency: 2 })
    const done = await rebuild(settings)
    await worker.stop(5_000)
    expect(done).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Read 0 events again') })
    expect(await bench.prisma.auditEntry.findMany()).toMatchObject([{ actor: 'system', action: 'rebuild.ordered' }])
  } finally {
    await bench.close()
  }
})
