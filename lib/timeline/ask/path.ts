import { z } from 'zod'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { KIND_NAMES, KINDS, type Kind, kindAt } from '../kinds'

const segment = z.string().transform(decoded).pipe(z.string().trim().min(1).max(300))

/** `{ kinds }` of a path. */
export const kindParams = z.object({ kinds: z.string() })

/** `{ kinds, id }` of a path; the id may be any identifier, whether or not it still is as the URL spells it. */
export const entityParams = kindParams.extend({ id: segment })

/** The kind whose things stand at this path. Throws `not_found`. */
export function kindFrom(path: string): Kind {
  const kind = kindAt(path)
  if (kind) return kind
  const paths = KIND_NAMES.map((name) => KINDS[name].path).join(', ')
  const asked = JSON.stringify(path.slice(0, 80))
  throw new JejakError('not_found', say('missing.path', { asked, paths }))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
