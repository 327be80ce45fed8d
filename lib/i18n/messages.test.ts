import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { messagesOf } from './messages'
import { nodesOf, parsedSources } from './testing/sources'

type Catalogue = { [key: string]: string | Catalogue }

const EN = flat(messagesOf('en') as Catalogue)
const ID = flat(messagesOf('id') as Catalogue)

/** Texts that both languages share: names, terms that developers leave as they are, and sentences made only of values. */
const SHARED = new Set([
  ...['Email', 'email', 'URL', 'UTC', 'WIB', 'SKU', 'AWB', 'NDJSON', 'CSV', 'id', 'x-request-id', 'X-Api-Key'],
  ...[
    'Handler',
    'handler',
    'Event',
    'Payload',
    'payload',
    'Request',
    'Body',
    'Stack',
    'Secret',
    'secret',
    'environment',
  ],
  ...[
    'Viewer',
    'viewer',
    'Operator',
    'operator',
    'Admin',
    'admin',
    'Provider',
    'provider',
    'provider {provider}',
    'Menu',
  ],
  ...['Status', 'status', 'Total', 'total', 'Subtotal', 'template', 'template {name}', 'p95 {duration}', '{count} ms'],
])

describe('the catalogues', () => {
  it('hold the same keys in every language', () => {
    expect([...EN.keys()].filter((key) => !ID.has(key))).toEqual([])
    expect([...ID.keys()].filter((key) => !EN.has(key))).toEqual([])
  })

  it('show the same values in every language', () => {
    const faults = [...EN].flatMap(([key, text]) => {
      const [en, id] = [argumentsOf(text), argumentsOf(ID.get(key) ?? '')]
      // Where English is nothing but a value, such as a message of the API, Indonesian may have words of its own.
      const missing = hasWords(text) ? [...en.shown].filter((name) => !id.all.has(name)) : []
      const unknown = [...id.all].filter((name) => !en.all.has(name))
      return [...missing.map((name) => `${key}: without ${name}`), ...unknown.map((name) => `${key}: unknown ${name}`)]
    })
    expect(faults).toEqual([])
  })

  it('say everything in Indonesian but what both languages share', () => {
    const untold = [...EN].filter(([key, text]) => ID.get(key) === text && hasWords(text) && !SHARED.has(text))
    expect(untold.map(([key, text]) => `${key}: ${text}`)).toEqual([])
    const needless = [...SHARED].filter((text) => ![...EN].some(([key, each]) => each === text && ID.get(key) === text))
    expect(needless).toEqual([])
  })

  it('hold nothing that no source asks for', () => {
    const asked = askedKeys()
    expect([...EN.keys()].filter((key) => !asked(key))).toEqual([])
  }, 60_000)
})

function flat(catalogue: Catalogue, path = ''): Map<string, string> {
  const entries = Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : [...flat(value, `${path}${key}.`)],
  )
  return new Map(entries)
}

interface Arguments {
  all: Set<string>
  /** Those whose values are shown, rather than only choosing between a singular and a plural, or standing in a singular. */
  shown: Set<string>
}

function argumentsOf(text: string): Arguments {
  const [all, shown] = [new Set<string>(), new Set<string>()]
  const visit = (elements: readonly MessageFormatElement[], counted: string, isShown: boolean) => {
    for (const element of elements) {
      if (element.type === TYPE.literal) continue
      const isChoice = element.type === TYPE.plural || element.type === TYPE.select
      const name = element.type === TYPE.pound ? counted : nameOf(element)
      all.add(name)
      if (isShown && !isChoice) shown.add(name)
      if (element.type === TYPE.tag) visit(element.children, counted, isShown)
      if (!isChoice) continue
      const isPlural = element.type === TYPE.plural
      for (const [option, { value }] of Object.entries(element.options))
        visit(value, name, isShown && (!isPlural || option === 'other'))
    }
  }
  visit(parse(text), '', true)
  return { all, shown }
}

/** `kind`, `Kind` and `kindWithin` are one value in the forms that a sentence may need. */
function nameOf(element: Exclude<MessageFormatElement, { type: TYPE.literal | TYPE.pound }>): string {
  return element.type === TYPE.tag ? `<${element.value}>` : element.value.toLowerCase().replace(/within$/, '')
}

function hasWords(text: string): boolean {
  const isTold = (element: MessageFormatElement): boolean =>
    element.type === TYPE.literal
      ? /\p{L}/u.test(element.value.replaceAll('Jejak', ''))
      : element.type === TYPE.tag
        ? element.children.some(isTold)
        : element.type === TYPE.plural || element.type === TYPE.select
  return parse(text).some(isTold)
}

/** Whether a source names a namespace and what follows it of a key, or a template that comes to it. */
function askedKeys(): (key: string) => boolean {
  const literals = new Set<string>()
  const templates = new Set<string>()
  for (const node of parsedSources(['app', 'components', 'lib'], '.ts').flatMap(nodesOf)) {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) literals.add(node.text)
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) literals.add(node.name.text)
    if (ts.isTemplateExpression(node) && /^[\w.]+$/.test(staticPart(node))) templates.add(patternOf(node))
  }
  const pattern = new RegExp(`^(${[...templates].join('|')})$`)
  // The end of a template's key may itself be put together elsewhere: `reasons.${key}`.
  const open = new RegExp(`^(${[...templates].filter((each) => each.endsWith('\\w+')).join('|')})$`)
  const isAsked = (parts: readonly string[]): boolean =>
    literals.has(parts.join('.')) ||
    pattern.test(parts.join('.')) ||
    parts.some((_, index) => index > 1 && open.test(parts.slice(0, index).join('.')) && isAsked(parts.slice(index - 1)))
  return (key) => {
    const parts = key.split('.')
    return parts.some((_, index) => literals.has(parts.slice(0, index).join('.')) && isAsked(parts.slice(index)))
  }
}

function staticPart({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(({ literal }) => literal.text).join('')
}

function patternOf({ head, templateSpans }: ts.TemplateExpression): string {
  const spans = templateSpans.map(({ literal }) => `\\w+${literal.text}`)
  return (head.text + spans.join('')).replaceAll('.', '\\.')
}
