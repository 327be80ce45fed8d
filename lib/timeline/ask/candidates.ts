import { normalise, SCHEMES, type Scheme } from '@/lib/providers/identifiers'
import { providers } from '@/lib/providers/registry'
import { isKind, type Kind } from '../kinds'

const COUNTRY_CODE = '+62'
const HIGHEST = '\u{10ffff}'

/**
 * Every name by which things of these kinds may be known for what a person typed: normalised by each scheme, an id that a
 * provider makes up once for each provider.
 */
export function exactNames(text: string, kinds: readonly Kind[]): string[] {
  return schemesOf(kinds).flatMap((scheme) => {
    const value = normalise(scheme, text)
    return value === null ? [] : namesOf(scheme, value)
  })
}

/** A range of names, compared byte by byte: from `low` to below `high`. */
export interface NameRange {
  low: string
  high: string
}

/** The ranges of names that begin with what a person typed, as far as a beginning can be normalised. */
export function beginnings(text: string, kinds: readonly Kind[]): NameRange[] {
  return schemesOf(kinds).flatMap((scheme) => {
    const value = beginningOf(scheme, text)
    return value === null ? [] : namesOf(scheme, value).map((low) => ({ low, high: low + HIGHEST }))
  })
}

/** The schemes that name things of these kinds. */
export function schemesOf(kinds: readonly Kind[]): Scheme[] {
  return (Object.keys(SCHEMES) as Scheme[]).filter((scheme) => {
    const { kind } = SCHEMES[scheme]
    return isKind(kind) && kinds.includes(kind)
  })
}

function namesOf(scheme: Scheme, value: string): string[] {
  return SCHEMES[scheme].shared ? [`${scheme}:${value}`] : providers.map(({ id }) => `${scheme}@${id}:${value}`)
}

/** A beginning may be no value by itself (`NA` of `NA-01`, `00` of `0012`, `ayu` of an address): it gets an end of its own. */
function beginningOf(scheme: Scheme, text: string): string | null {
  if (scheme === 'phone') return phoneBeginning(text)
  const end = scheme === 'email' && !text.includes('@') ? '9@9' : '9'
  return normalise(scheme, text + end)?.slice(0, -end.length) || null
}

function phoneBeginning(text: string): string | null {
  const digits = text.replace(/[\s().-]/g, '')
  if (!/^\+?\d{3,15}$/.test(digits)) return null
  if (digits.startsWith('+')) return digits
  return digits.startsWith('0') ? COUNTRY_CODE + digits.slice(1) : `+${digits}`
}
