import { typeName } from './json'
import { clean } from './label'
import type { ReadingProblem } from './provider'

const MAX_LENGTH = 100
const FORM = /^[\w.*:/-]+$/

/**
 * The event type that a provider names, kept as it is where it has the form of one, else `unknown` with a problem.
 * `where` tells people where it was looked for.
 */
export function readEventType(given: unknown, where: string): { eventType: string; problem: ReadingProblem | null } {
  if (typeof given === 'string' && given.length <= MAX_LENGTH && FORM.test(given)) {
    return { eventType: given, problem: null }
  }
  const came = typeof given === 'string' ? `"${clean(given, MAX_LENGTH)}"` : typeName(given ?? undefined)
  return {
    eventType: 'unknown',
    problem: {
      code: 'missing_event_type',
      message: `Expected an event type such as order.created in ${where}; received ${came}.`,
    },
  }
}
