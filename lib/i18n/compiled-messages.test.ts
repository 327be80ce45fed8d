import { _createCache, _createIntlFormatters } from 'use-intl/core'
import formatUncompiled from 'use-intl/format-message'
import formatOnly from 'use-intl/format-message/format-only'
import { describe, expect, it } from 'vitest'
import { compiledMessagesOf } from './compiled-messages'
import formatEither from './format-message'
import { LOCALES } from './locales'
import { messagesOf } from './messages'

const TAG = (chunks: unknown) => `<${String(chunks)}>`

describe.each(LOCALES)('compiled sentences of %s', (locale) => {
  const cache = _createCache()
  const options = { locale, cache, formatters: _createIntlFormatters(cache), timeZone: 'UTC' }
  const { problems, ...shown } = messagesOf(locale)
  const pairs = leaves(shown, compiledMessagesOf(locale))

  it.each([0, 1, 2, 12_345])('say what the catalogue does, of %i', (count) => {
    expect(pairs.length).toBeGreaterThan(500)
    for (const { message, compiled } of pairs) {
      const values = valuesOf(message, count)
      const expected = flat(formatUncompiled('key', message, values, options))
      expect(flat(formatOnly('key', compiled, values, options))).toBe(expected)
      expect(flat(formatEither('key', compiled, values, options))).toBe(expected)
      expect(flat(formatEither('key', message, values, options))).toBe(expected)
    }
  })

  it('are without what the server alone says', () => {
    expect(Object.keys(problems)).not.toEqual([])
    expect(Object.keys(compiledMessagesOf(locale))).not.toContain('problems')
  })

  it('can be handed to a component of the browser', () => {
    const made = compiledMessagesOf(locale)
    expect(structuredClone(made)).toEqual(made)
    expect(prototypesOf(made)).toEqual(new Set([Object.prototype, Array.prototype]))
  })
})

type Compiled = Parameters<typeof formatOnly>[1]

function leaves(raw: unknown, compiled: unknown): { message: string; compiled: Compiled }[] {
  if (typeof raw === 'string') return [{ message: raw, compiled: compiled as Compiled }]
  return Object.entries(raw as object).flatMap(([key, inner]) =>
    leaves(inner, (compiled as Record<string, unknown>)[key]),
  )
}

/** A number for what is counted or formatted, a tag for what is enclosed, words for all else. */
function valuesOf(message: string, count: number) {
  const names = [...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name ?? '')
  const tags = [...message.matchAll(/<(\w+)>/g)].map(([, name]) => name ?? '')
  const isNumber = (name: string) => new RegExp(`\\{\\s*${name}\\s*,\\s*(plural|number|selectordinal)`).test(message)
  return Object.fromEntries([
    ...names.map((name) => [name, isNumber(name) ? count : `a ${name}`] as const),
    ...tags.map((name) => [name, TAG] as const),
  ])
}

function flat(formatted: unknown): string {
  return Array.isArray(formatted) ? formatted.map(flat).join('') : String(formatted)
}

function prototypesOf(value: unknown): Set<unknown> {
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set([Object.getPrototypeOf(value), ...Object.values(value).flatMap((inner) => [...prototypesOf(inner)])])
}
