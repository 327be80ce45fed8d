import { faultOf, quoted } from './faults'
import { KEY_RULES, type KeyRule } from './key-rules'
import { nearest } from './nearest'
import { printValue } from './print'
import type { Fault, FieldTerm, Key, Operator } from './term'
import { isTimeAgo } from './times'
import type { Token } from './tokens'

/** A token of a known key, as a term or what is wrong with it. */
export function readField(token: Token, key: Key): FieldTerm | Fault {
  const rule = KEY_RULES[key]
  const { not, op } = token
  if (token.values.some(({ text }) => text.trim() === '')) {
    const message = `expected a value after ${quoted(`${key}:`)}, such as ${rule.allowed}; none came`
    return faultOf(token, 'missing_value', message, { key, allowed: rule.allowed }, null)
  }
  if (!rule.operators.includes(op)) return operatorFault(token, key, rule)
  const given = token.values.map(({ text }) => text)
  if (isRange(op) && given.length > 1) {
    const message = `expected one value to compare ${key} with; ${given.length} came: write a term for each`
    return faultOf(token, 'bad_value', message, { key, value: given.join(','), allowed: rule.allowed }, null)
  }
  const values = given.map((value) => rule.read(value, op))
  const unfit = given.find((_, index) => values[index] === null)
  if (unfit !== undefined) return valueFault(token, key, rule, unfit)
  return { kind: 'field', not, key, op, values: values.filter((value) => value !== null) }
}

function isRange(op: Operator): boolean {
  return op !== 'is' && op !== 'exists'
}

function operatorFault(token: Token, key: Key, rule: KeyRule): Fault {
  const forms = rule.operators.map((op) => FORMS[op]).join(' ')
  const mark = MARKS[token.op]
  const plain = token.values.map(({ text }) => rule.read(text, 'is'))
  const suggestion =
    isRange(token.op) && plain.length > 0 && plain.every((value) => value !== null)
      ? spell(token, key, plain.map(printValue).join(','))
      : null
  const message = `expected ${key} as ${forms}; ${quoted(`${key}:${mark}`)} came`
  return faultOf(token, 'bad_operator', message, { key, value: mark, allowed: forms }, suggestion)
}

function valueFault(token: Token, key: Key, rule: KeyRule, unfit: string): Fault {
  const near = rule.list && nearest(unfit, rule.list)
  const isPast = token.values.length === 1 && token.op === 'is' && isTimeAgo(unfit)
  const repaired = [...new Set(token.values.map(({ text }) => (text === unfit && near ? near : text)))]
  const suggestion = near
    ? spell(token, key, repaired.map(printValue).join(','))
    : isPast && rule.operators.includes('gt')
      ? spell(token, key, `>${unfit}`)
      : null
  const message = `expected ${rule.list ? 'one of' : 'a value such as'} ${rule.allowed} for ${key}; ${quoted(unfit)} came`
  return faultOf(token, 'bad_value', message, { key, value: unfit, allowed: rule.allowed }, suggestion)
}

function spell(token: Token, key: Key, rest: string): string {
  return `${token.not ? '-' : ''}${key}:${rest}`
}

const FORMS: Readonly<Record<Operator, string>> = {
  is: ':value',
  gt: ':>value',
  gte: ':>=value',
  lt: ':<value',
  lte: ':<=value',
  exists: ':*',
}
const MARKS: Readonly<Record<Operator, string>> = { is: '', gt: '>', gte: '>=', lt: '<', lte: '<=', exists: '*' }
