import type { Translate } from '@/lib/i18n/translate'
import type { FieldTerm, Key, Operator, PathTerm, Term } from '@/lib/search/language/term'

/** What the words of a term need beside the catalogue. Each gives back what it does not know. */
export interface Names {
  /** The name of a value: a source's name for its slug. */
  valueOf: (key: Key, value: string) => string
  /** A moment or a day as people write it. */
  time: (text: string) => string
}

const AGO = /^(\d+)([mhdw])$/

/** A term in words of the language of the interface: "received in the last 2 days", "not status: failed". */
export function termWords(term: Term, t: Translate<'search'>, names: Names): string {
  if (term.kind === 'text') return t(term.not ? 'terms.notText' : 'terms.text', { text: term.text })
  const name = term.kind === 'path' ? pathText(term.path) : t(`keys.${term.key}`)
  if (term.op === 'exists') return t(term.not ? 'terms.missing' : 'terms.exists', { name })
  const words = isTime(term)
    ? timeWords(term, name, t, names)
    : isRepeated(term)
      ? t('terms.repeated', { count: Number(term.values[0]) })
      : t(`terms.${term.op}`, { name, values: valueWords(term, t, names) })
  return term.not ? t('terms.not', { words }) : words
}

function isTime(term: FieldTerm | PathTerm): boolean {
  return term.kind === 'field' && (term.key === 'received' || term.key === 'occurred')
}

function isRepeated(term: FieldTerm | PathTerm): boolean {
  return term.kind === 'field' && term.key === 'repeats' && term.op === 'gt' && /^\d+$/.test(term.values[0] ?? '')
}

const MOMENTS = { gt: 'after', gte: 'since', lt: 'before', lte: 'until', is: 'on' } as const satisfies Record<
  Exclude<Operator, 'exists'>,
  string
>

function timeWords(term: FieldTerm | PathTerm, name: string, t: Translate<'search'>, names: Names): string {
  if (term.op === 'exists') return name
  const [value = ''] = term.values
  const ago = AGO.exec(value)
  if (!ago || term.op === 'is') {
    const times = term.values.map((each) => names.time(each)).join(t('terms.or'))
    return t(`terms.${MOMENTS[term.op]}`, { name, time: times })
  }
  const unit = ago[2] as 'm' | 'h' | 'd' | 'w'
  const count = Number(ago[1])
  return term.op === 'gt' || term.op === 'gte'
    ? t('terms.inLast', { name, span: t(`last.${unit}`, { count }) })
    : t('terms.longAgo', { name, span: t(`span.${unit}`, { count }) })
}

function valueWords(term: FieldTerm | PathTerm, t: Translate<'search'>, names: Names): string {
  const named = term.values.map((value) => (term.kind === 'field' ? names.valueOf(term.key, value) : value))
  return named.join(t('terms.or'))
}

function pathText(path: readonly string[]): string {
  return path.join('.')
}
