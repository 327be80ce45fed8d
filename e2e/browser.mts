import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

export interface Browser {
  executablePath: string
  args: string[]
  /** On top of the environment of the tests. */
  env: Record<string, string>
}

/**
 * A Chromium to test with, and nothing downloaded for it: the one that JEJAK_BROWSER names, one of the system,
 * Playwright's own if it is installed, or the one that came from npm.
 */
export async function findBrowser(): Promise<Browser> {
  const installed = named() ?? onSystem() ?? playwrights()
  if (installed) return { executablePath: installed, args: sandbox(), env: {} }
  return fromNpm()
}

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function named(): string | undefined {
  const path = process.env.JEJAK_BROWSER
  if (path && !existsSync(path)) throw new Error(`JEJAK_BROWSER is ${path}, and there is no such file.`)
  return path || undefined
}

function onSystem(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = [...folders.flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name))), ...MAC_PATHS]
  return paths.find((path) => existsSync(path))
}

function playwrights(): string | undefined {
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

/** Chromium's own sandbox does not work for root. */
function sandbox(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** The package's archives, unpacked once below node_modules; a half of one is never left in place. */
async function fromNpm(): Promise<Browser> {
  const folder = join(process.cwd(), 'node_modules', '.cache', 'jejak-browser')
  if (!existsSync(folder)) await unpack(folder)
  const executablePath = join(folder, 'chromium')
  const libraries = join(folder, 'al2023', 'lib')
  const works = spawnSync(executablePath, ['--version'], { stdio: 'ignore' }).status === 0
  const env: Record<string, string> = {}
  // A bare system has neither the libraries that every browser needs nor a font.
  if (!works) env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_FILE = fontsFile(folder)
  return { executablePath, args: ['--no-sandbox', '--no-zygote', '--disable-gpu'], env }
}

async function unpack(folder: string) {
  mkdirSync(join(folder, '..'), { recursive: true })
  const unfinished = mkdtempSync(`${folder}-`)
  const before = { TMPDIR: process.env.TMPDIR, AWS_LAMBDA_JS_RUNTIME: process.env.AWS_LAMBDA_JS_RUNTIME }
  // The package unpacks into the temporary directory, and its libraries only where it believes to be in a Lambda.
  Object.assign(process.env, { TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' })
  const libraryPath = process.env.LD_LIBRARY_PATH
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  } finally {
    restore({ ...before, LD_LIBRARY_PATH: libraryPath })
  }
}

function restore(environment: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

function fontsFile(folder: string): string {
  const file = join(folder, 'fonts.conf')
  const directories = [join(folder, 'fonts', 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('')
  const cache = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${directories}${cache}</fontconfig>`,
  )
  return file
}
