import type { ZodError, z } from 'zod'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

/** One thing that is wrong with a request, by the parameter that it is about. */
export interface ParameterError {
  parameter: string
  message: string
}

/**
 * The error for a request whose parameters are wrong: its detail names each parameter with what was expected and what
 * came, and its member `errors` lists the same for programs. At most ten are given.
 */
export function invalidParameters(errors: readonly ParameterError[]): JejakError {
  const given = errors.slice(0, 10)
  const detail = given.map((error) => `${error.parameter}: ${error.message}.`).join(' ')
  return new JejakError('invalid_request', detail, { extra: { errors: given } })
}

/** The same for what zod found in `input`, read with `otherwise` for what its schema has no words for. */
export function invalidInput(error: ZodError, input: unknown): JejakError {
  return invalidParameters(
    error.issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownParameter([...issue.path, key]))
      // A rule about the whole says all there is to say: showing the whole would tell nothing more.
      if (issue.path.length === 0 && isObject(input)) return [{ parameter: 'body', message: issue.message }]
      // Of a query, which may have many faults, each says itself what came.
      if (issue.code === 'custom' && issue.params?.saysWhatCame === true) {
        return [{ parameter: parameterName(issue.path), message: issue.message }]
      }
      const { path, value } = sentAt(issue.path, input)
      return [{ parameter: parameterName(path), message: unfit(issue.message, path, value) }]
    }),
  )
}

/** What a rule expects that has no words of its own. */
export function otherwise(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return say('expected.type', { type: issue.expected })
    case 'too_small':
      return say(`expected.${sizeKey(issue.origin)}AtLeast`, { least: Number(issue.minimum) })
    case 'too_big':
      return say(`expected.${sizeKey(issue.origin)}AtMost`, { most: Number(issue.maximum) })
    case 'invalid_value':
      return say('expected.oneOf', { known: issue.values.map(String).join(', ') })
    case 'invalid_format':
      return say('expected.format', { format: issue.format })
    case 'invalid_key':
      return issue.issues[0]?.message ?? say('expected.other')
    default:
      return say('expected.other')
  }
}

function sizeKey(origin: string): 'number' | 'characters' | 'entries' {
  if (origin === 'string') return 'characters'
  return origin === 'array' || origin === 'set' ? 'entries' : 'number'
}

function unknownParameter(path: readonly PropertyKey[]): ParameterError {
  return { parameter: clip(parameterName(path)), message: say('expected.noSuchParameter') }
}

function parameterName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'body' : path.map(String).join('.')
}

const SECRET_PARAMETERS = new Set(['password', 'secret', 'token', 'value', 'headers'])

/** What was sent at this path, or at the part of it that was sent: a schema may have split a text into a list. */
function sentAt(path: readonly PropertyKey[], input: unknown): { path: readonly PropertyKey[]; value: unknown } {
  let value = input
  for (const [depth, key] of path.entries()) {
    if (!isObject(value)) return { path: path.slice(0, depth), value }
    value = Object.hasOwn(value, key) ? value[String(key)] : undefined
  }
  return { path, value }
}

function unfit(expected: string, path: readonly PropertyKey[], value: unknown): string {
  if (value === undefined) return say('unfit.missing', { expected })
  if (path.some((part) => SECRET_PARAMETERS.has(String(part))) && value !== null) {
    if (typeof value === 'string') return say('unfit.characters', { expected, count: value.length })
    return typeof value === 'object'
      ? say('unfit.object', { expected })
      : say('unfit.type', { expected, type: typeof value })
  }
  return say('unfit.shown', { expected, value: clip(JSON.stringify(value)) })
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
