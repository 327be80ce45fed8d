import type { ZodError } from 'zod'
import { JejakError } from '@/lib/errors'

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

/** The same for what zod found in `input`. */
export function invalidInput(error: ZodError, input: unknown): JejakError {
  return invalidParameters(
    error.issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownParameter([...issue.path, key]))
      const expected = `expected ${expectation(issue.message)}`
      // A rule about the whole says all there is to say: showing the whole would tell nothing more.
      if (issue.path.length === 0 && isObject(input)) return [{ parameter: 'body', message: expected }]
      // Of a query, which may have many faults, each says itself what came.
      if (issue.code === 'custom' && issue.params?.saysWhatCame === true) {
        return [{ parameter: parameterName(issue.path), message: expected }]
      }
      const { path, value } = sentAt(issue.path, input)
      return [{ parameter: parameterName(path), message: `${expected}, but ${whatCame(path, value)}` }]
    }),
  )
}

function unknownParameter(path: readonly PropertyKey[]): ParameterError {
  return { parameter: clip(parameterName(path)), message: 'expected no such parameter: its name is not known here' }
}

function parameterName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'body' : path.map(String).join('.')
}

/** Messages of our own schemas start with `expected`; zod's own say "Too small: expected … received …". */
function expectation(message: string): string {
  const found = /expected (.*?)(?:, received .*)?$/s.exec(message)
  return found?.[1] ?? `something else (${message})`
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

function whatCame(path: readonly PropertyKey[], value: unknown): string {
  if (value === undefined) return 'it is missing'
  if (path.some((part) => SECRET_PARAMETERS.has(String(part))) && value !== null) {
    if (typeof value === 'string') return `${value.length} characters came`
    return typeof value === 'object' ? 'an object came' : `a ${typeof value} came`
  }
  return `${clip(JSON.stringify(value))} came`
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
