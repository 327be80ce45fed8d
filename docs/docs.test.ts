import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const documents = ['README.md', 'lib/README.md', 'lib/simulator/README.md', ...markdownBelow('docs')]

it.each(documents)('every path that %s names exists', (document) => {
  const text = readFileSync(join(root, document), 'utf8')
  const named = [
    ...[...text.matchAll(/`([\w()[\].-]+\/[\w()[\]./-]+\.(?:ts|tsx|mjs|md|json|prisma))`/g)].map(
      (match) => match[1] ?? '',
    ),
    ...[...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? ''),
  ]
  const missing = named.filter(
    (path) => ![root, join(root, dirname(document))].some((base) => existsSync(join(base, path))),
  )
  expect(missing).toEqual([])
})

function markdownBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
}
