import { headerValue } from '@/lib/providers/headers'
import { PermanentError, RetryAfterError } from '../errors'
import type { ReceivedResponse } from './receive'
import { parseRetryAfter } from './retry-after'

const LONGEST_LOCATION = 200

/** The line that people read where the destination took the event: any 2xx. Throws what any other answer means. */
export function judge({ status, headers }: ReceivedResponse, durationMs: number, now: Date): string {
  if (status >= 200 && status < 300) return `${status} in ${durationMs} ms`
  const answered = `The destination answered ${status}`
  if (status === 410) throw new PermanentError(`${answered} (gone): it takes no more events.`)
  if (status === 429 || status === 503) {
    const waitMs = parseRetryAfter(headerValue(headers, 'retry-after'), now)
    if (waitMs !== null) {
      throw new RetryAfterError(`${answered} and asks to wait ${Math.ceil(waitMs / 1000)} s.`, waitMs)
    }
  }
  if (status >= 300 && status < 400) {
    const location = headerValue(headers, 'location')
    const where = location === null ? 'a redirect' : `a redirect to ${location.slice(0, LONGEST_LOCATION)}`
    throw new Error(`${answered}, ${where}: redirects are not followed, set the URL that it is to go to.`)
  }
  throw new Error(`${answered}.`)
}
