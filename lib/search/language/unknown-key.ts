import { faultOf, quoted } from './faults'
import { nearest } from './nearest'
import { printText } from './print'
import { type Fault, KEYS } from './term'
import type { Token } from './tokens'

/** What people write who know other tools; the key, with the operator that it means where one is meant. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['event', 'type:'],
  ['topic', 'type:'],
  ['resi', 'awb:'],
  ['tracking', 'awb:'],
  ['hp', 'phone:'],
  ['destination', 'handler:'],
  ['date', 'received:'],
  ['time', 'received:'],
  ['from', 'received:>='],
  ['since', 'received:>='],
  ['after', 'received:>'],
  ['to', 'received:<'],
  ['until', 'received:<'],
  ['before', 'received:<'],
])

/** The fault of a token whose key is none of the language, with what it was probably meant to be. */
export function unknownKey(token: Token, key: string): Fault {
  const rest = token.text.slice(token.valueStart - token.start)
  const meantKey = rest.startsWith('//') ? null : keyFor(key)
  const sign = token.not ? '-' : ''
  const isAddress = rest.startsWith('//') || !/^[\p{L}_]/u.test(key)
  const asText = sign + printText(token.text.slice(sign.length))
  const suggestion = meantKey ? sign + meantKey + rest : isAddress ? asText : null
  const field = /^[\p{L}\p{N}_-]+$/u.test(key) ? key : 'field'
  const keys = KEYS.join(', ')
  const message = `expected one of the keys ${keys}, a path such as payload.${field}, or free text in quotes; ${quoted(key)} came`
  return faultOf(token, 'unknown_key', message, { key, allowed: keys }, suggestion)
}

function keyFor(key: string): string | null {
  const alias = ALIASES.get(key.toLowerCase())
  if (alias) return alias
  const near = nearest(key, KEYS)
  return near && `${near}:`
}
