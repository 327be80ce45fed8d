import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '@/lib/db/embedded/embedded'
import { migrate } from '@/lib/db/migrate'
import { TEMPLATE_DATABASE } from '@/lib/db/testing'

/** One PostgreSQL for all database tests of a run, with a migrated database to clone from. */
export default async function startTestDatabase(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'jejak-test-'))
  const server = await startEmbedded({ dataDir, durable: false })
  const client = new Client({ connectionString: server.url })
  await client.connect()
  await client.query(`create database ${TEMPLATE_DATABASE}`)
  await client.end()
  const template = new URL(server.url)
  template.pathname = `/${TEMPLATE_DATABASE}`
  await migrate(template.href)
  project.provide('testServerUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServerUrl: string
  }
}
