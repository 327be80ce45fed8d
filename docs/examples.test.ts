import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { defineHandler } from '@/lib/handlers/handler'
import { ceilings } from '@/lib/worker/retry-policy'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const quoted = (document: string) =>
  [...read(document).matchAll(/^```ts title="([^"]+)"\n(.*?)\n```$/gms)].map(([, path = '', code = '']) => ({
    document,
    path,
    code,
  }))
const REGISTRY = 'lib/handlers/registry.ts'
const blocks = [...quoted('docs/handlers.md'), ...quoted('docs/forwarding.md')]

it('the documents quote the examples', () => {
  const paths = blocks.map(({ path }) => path).filter((path) => path !== REGISTRY)
  expect(paths).toEqual([
    'docs/examples/credit-points/index.ts',
    'docs/examples/credit-points/index.test.ts',
    'docs/examples/receiver/index.ts',
  ])
})

it.each(blocks.filter(({ path }) => path !== REGISTRY))('$document quotes $path as it is', ({ path, code }) => {
  expect(existsSync(join(root, path))).toBe(true)
  expect(`${code}\n`).toBe(read(path))
})

it('the line that docs/handlers.md adds to the registry is added to what stands there', () => {
  const code = blocks.find(({ path }) => path === REGISTRY)?.code ?? ''
  const line = code.split('\n').find((text) => text.startsWith('export const handlers')) ?? ''
  const without = line.replace(/, creditPoints\('https:[^']+'\)\]$/, ']')
  expect(without).not.toBe(line)
  expect(read(REGISTRY)).toContain(without)
})

describe('the retry schedule', () => {
  const { retry } = defineHandler({ name: 'any', title: 'Any', on: ['*'], run: async () => '' })
  const waits = ceilings(retry).map(inWords)

  it('in docs/handlers.md is the one that handlers have by default', () => {
    const table = [...read('docs/handlers.md').matchAll(/^\| (\d+) \| (.+ (?:s|min|h)) \|$/gm)]
    expect(table.map(([, attempt]) => Number(attempt))).toEqual(waits.map((_, index) => index + 2))
    expect(table.map(([, , wait]) => wait)).toEqual(waits)
  })

  it('in docs/forwarding.md is the same', () => {
    const sentence = `There are ${retry.attempts} attempts over about a day, with random waits of up to ${waits.slice(0, -1).join(', ')} and ${waits.at(-1)}.`
    expect(read('docs/forwarding.md').replace(/\s+/g, ' ')).toContain(sentence)
  })
})

function inWords(milliseconds: number): string {
  const seconds = milliseconds / 1000
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ')
}
