import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { JejakError } from '@/lib/errors'
import { root } from './setup/root.mjs'

/** The data directory as an absolute path, made if it is not there. Throws a JejakError where it cannot be written. */
export function openDataDir(configured: string): string {
  const directory = resolve(root, configured)
  const probe = join(directory, `.write-check-${process.pid}`)
  try {
    make(directory)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new JejakError(
      'conflict',
      `The data directory ${directory} cannot be written (${reason}). Make it writable for this user, or set JEJAK_DATA_DIR to a directory that is.`,
      { cause },
    )
  }
  return directory
}

/** Node's own `recursive` never returns where the system says ENOENT for a directory that is there, as /proc does. */
function make(directory: string) {
  if (existsSync(directory)) return
  if (dirname(directory) !== directory) make(dirname(directory))
  mkdirSync(directory, { mode: 0o700 })
}
