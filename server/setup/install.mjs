import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { step } from './step.mjs'

const lockFile = join(root, 'package-lock.json')
const stampFile = join(root, 'node_modules', '.jejak-installed')

/** Installs the packages where they are missing or not those of package-lock.json. */
export async function install() {
  const lock = readFileSync(lockFile, 'utf8')
  const stamp = createHash('sha256').update(`${process.platform} ${process.arch} ${lock}`).digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  if (!isInstalled(JSON.parse(lock))) {
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
    const [command, ...args] = [...npm, 'ci', '--include=dev', '--no-audit', '--no-fund']
    await step('Installing packages (once, a minute or so) …', command, args)
  }
  writeFileSync(stampFile, stamp)
}

/** Whether somebody has run `npm install` or `npm ci` by hand: npm notes what it installed in a lock file of its own. */
function isInstalled(lock) {
  const installedFile = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(lock.packages).every(
    ([path, wanted]) =>
      path === '' || (installed[path] ? installed[path].version === wanted.version : wanted.optional || wanted.peer),
  )
}
