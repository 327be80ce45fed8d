import { readdirSync, readFileSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { providers } from './registry'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FOLDERS = ['app', 'components', 'lib', 'server', 'prisma', 'e2e', 'bench', 'public', '.ci', '.github', 'scripts']
const SKIPPED = /(^|\/)(node_modules|\.next|\.jejak|\.git)$|^lib\/db\/generated$/
const OWN = providers.map((provider) => `lib/providers/${provider.id}/`)
const MAX_BYTES = 2_000_000

/** A provider's id or label in any case, written with a hyphen, an underscore, a space or nothing between its words. */
const namePattern = new RegExp(
  providers
    .flatMap(({ id, label }) => [id, label])
    .map((name) =>
      name
        .split(/[-_ ]/)
        .map((word) => word.replace(/[^a-z0-9]/gi, '\\$&'))
        .join('[-_ ]?'),
    )
    .join('|'),
  'i',
)

function isAllowed(path: string): boolean {
  const isText =
    path.endsWith('.md') || path === '.env.example' || /(^|\/)fixtures\/|^e2e\/scenarios\/[\w-]+\.json$/.test(path)
  return isText || path === 'lib/providers/registry.ts' || OWN.some((folder) => path.startsWith(folder))
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = resolve(folder, entry.name)
    if (SKIPPED.test(relative(ROOT, path))) return []
    if (entry.isDirectory()) return filesBelow(path)
    return entry.isFile() ? [path] : []
  })
}

function sourceFiles(): string[] {
  const top = readdirSync(ROOT, { withFileTypes: true })
  const atRoot = top.filter((entry) => entry.isFile() && !/^\.env(?!\.example$)|\.tsbuildinfo$/.test(entry.name))
  const folders = top.filter((entry) => entry.isDirectory() && FOLDERS.includes(entry.name))
  return [
    ...atRoot.map((entry) => resolve(ROOT, entry.name)),
    ...folders.flatMap((entry) => filesBelow(resolve(ROOT, entry.name))),
  ]
}

it('no file names a provider but its own folder, the registry, fixtures and documents', () => {
  const files = sourceFiles().map((path) => ({ path, name: relative(ROOT, path) }))
  expect(files.length).toBeGreaterThan(50)
  const leaks = files
    .filter(({ path, name }) => !isAllowed(name) && statSync(path).size <= MAX_BYTES)
    .flatMap(({ path, name }) => {
      const line = readFileSync(path, 'utf8')
        .split('\n')
        .findIndex((text) => namePattern.test(text))
      return [...(namePattern.test(name) ? [name] : []), ...(line >= 0 ? [`${name}:${line + 1}`] : [])]
    })
  expect(leaks, 'take the provider from lib/providers/registry.ts instead').toEqual([])
})

it('the pattern finds every way in which a name is written', () => {
  for (const { id, label } of providers) {
    const words = id.split('-')
    const camel = words.map((word, index) => (index ? word.charAt(0).toUpperCase() + word.slice(1) : word)).join('')
    for (const name of [id, label, id.toUpperCase(), words.join('_').toUpperCase(), camel])
      expect(`x ${name}.y`).toMatch(namePattern)
  }
  expect('provider').not.toMatch(namePattern)
})
