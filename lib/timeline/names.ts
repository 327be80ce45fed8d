import { SCHEMES, type Scheme, splitName } from '@/lib/providers/identifiers'

/**
 * An identifier of an event (`order_number:1001`, `order_id:42`) as an entity has it: what a provider made up carries that
 * provider's name (`order_id@provider:42`), since another may give the same id to something else.
 */
export function entityName(identifier: string, provider: string): string {
  const { scheme, value } = splitName(identifier)
  return isScheme(scheme) && !SCHEMES[scheme].shared ? `${scheme}@${provider}:${value}` : identifier
}

export interface NameParts {
  scheme: string
  /** Who made the value up; null where it means the same everywhere. */
  issuer: string | null
  value: string
}

/** The parts of a name as an entity has it. The scheme may be one that is no longer known. */
export function readName(name: string): NameParts {
  const { scheme: qualified, value } = splitName(name)
  const at = qualified.indexOf('@')
  return at < 0
    ? { scheme: qualified, issuer: null, value }
    : { scheme: qualified.slice(0, at), issuer: qualified.slice(at + 1), value }
}

/** The name as events and `identifier_key` have it: without the issuer. */
export function identifierOf(name: string): string {
  const { scheme, value } = readName(name)
  return `${scheme}:${value}`
}

/**
 * How names join things. `0`: a provider's own id, of one thing for ever. `1`: a number or an address that several may use.
 * `2`: one that people share. A name joins what names of a lower level keep apart only where nothing speaks against it.
 * `forAPeriod`: it is given anew after a while.
 */
export function joining(name: string): { level: 0 | 1 | 2; forAPeriod: boolean } {
  const { scheme } = readName(name)
  if (!isScheme(scheme)) return { level: 0, forAPeriod: false }
  if (scheme === 'phone') return { level: 2, forAPeriod: false }
  if (!SCHEMES[scheme].shared) return { level: 0, forAPeriod: false }
  return { level: 1, forAPeriod: scheme !== 'email' && scheme !== 'sku' }
}

function isScheme(text: string): text is Scheme {
  return Object.hasOwn(SCHEMES, text)
}
