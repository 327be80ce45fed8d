import { SCHEMES, type Scheme } from '@/lib/providers/identifiers'
import { isKind, type Kind } from './kinds'
import { readName } from './names'

/** The kind of entity that a name names, with its issuer or without; null where it names none, or by a scheme of the past. */
export function kindOfName(name: string): Kind | null {
  const { scheme } = readName(name)
  const kind = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme as Scheme].kind : null
  return kind && isKind(kind) ? kind : null
}
