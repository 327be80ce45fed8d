import type { Operator, Term } from './term'

/** A term in its canonical spelling: `parseQuery` reads it back as the same term. */
export function printTerm(term: Term): string {
  const sign = term.not ? '-' : ''
  if (term.kind === 'text') return sign + printText(term.text)
  const key = term.kind === 'field' ? term.key : printPath(term.path)
  return `${sign}${key}:${MARKS[term.op]}${term.values.map(printValue).join(',')}`
}

/** Terms as a query. */
export function printTerms(terms: readonly Term[]): string {
  return terms.map(printTerm).join(' ')
}

/** A value as it stands behind a colon: quoted where it has to be. */
export function printValue(value: string): string {
  return value === '' || value === '*' || /[\s,]|^["<>=]/.test(value) ? quote(value) : value
}

/** Free text as a term: quoted where it would be taken for something else. */
export function printText(text: string): string {
  return text === '' || /[\s:]|^["-]|\."/.test(text) ? quote(text) : text
}

const MARKS: Readonly<Record<Operator, string>> = { is: '', gt: '>', gte: '>=', lt: '<', lte: '<=', exists: '*' }

function printPath(path: readonly string[]): string {
  const segments = path.map((segment) => (isPlain(segment) ? segment : quote(segment)))
  const [first = ''] = path
  const needsRoot = path.length < 2 || first.toLowerCase() === 'payload' || !isPlain(first)
  return (needsRoot ? ['payload', ...segments] : segments).join('.')
}

/** `-` at the very beginning would negate. */
function isPlain(segment: string): boolean {
  return segment !== '' && !/[\s:."[\]]|^-/.test(segment)
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
