import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The master secret kept in the data directory, generated at the first start. Only its owner can read the file. */
export function ensureSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  const read = () => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '')
  if (read() === '') {
    // An empty file is what a crash leaves in the middle of writing it: nothing was encrypted with it yet.
    rmSync(file, { force: true })
    try {
      writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    } catch (error) {
      // Another process made it in this moment, and its secret counts.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return read()
}
