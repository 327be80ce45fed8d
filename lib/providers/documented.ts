import { type ZodType, z } from 'zod'
import { typeName } from './json'
import { clean } from './label'
import { parseMoment } from './occurred-at'
import type { ReadingProblem } from './provider'

/** How much a message says: the paths that it names, and its longest form in characters. */
export interface Detail {
  paths: number
  characters: number
}

/** What is kept with every event. */
const IN_SHORT: Detail = { paths: 3, characters: 300 }

/** Lists are checked, and described, by their first items only. */
export const ITEMS_CHECKED = 50

/**
 * Where a body differs from the documented one, or null where it does not. The message names the first paths and the
 * types expected and received, never a value of the body.
 */
export function differences(schema: ZodType, value: unknown, detail: Detail = IN_SHORT): ReadingProblem | null {
  const result = schema.safeParse(value)
  if (result.success) return null
  const { issues } = result.error
  const named = issues.slice(0, detail.paths).map((issue) => {
    const expected = issue.code === 'invalid_type' ? issue.expected : issue.message
    return `${pathName(issue.path)}: expected ${expected}, received ${typeName(valueAt(value, issue.path))}`
  })
  const more = issues.length > detail.paths ? `; and ${issues.length - detail.paths} more` : ''
  return { code: 'not_as_documented', message: clean(`${named.join('; ')}${more}`, detail.characters) }
}

/**
 * A list of which only the first 50 items are looked at: a stranger's body of a hundred thousand wrong items would
 * otherwise cost a second.
 */
export function listOf(item: ZodType): ZodType {
  return z.preprocess((value) => (Array.isArray(value) ? value.slice(0, ITEMS_CHECKED) : value), z.array(item))
}

/** A time in text that can be read as one. */
export const momentText = z.string().refine((text) => parseMoment(text) !== null, 'an ISO 8601 time')

function pathName(path: readonly PropertyKey[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index ? '.' : ''}${String(key)}`)).join('')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = Reflect.get(at, key)
  }
  return at
}
