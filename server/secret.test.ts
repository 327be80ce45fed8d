import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ensureSecret } from './secret'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'jejak-secret-'))
})

afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it('makes a secret once, and only its owner can read it', () => {
  const secret = ensureSecret(dataDir)
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(ensureSecret(dataDir)).toBe(secret)
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
})

it('makes one where a crash left the file empty', () => {
  writeFileSync(join(dataDir, 'secret'), '')
  expect(ensureSecret(dataDir)).toMatch(/^[0-9a-f]{64}$/)
})
