import { PermanentError, RetryAfterError } from '@/lib/handlers/errors'
import type { Exchange, Handler, HandlerEvent } from '@/lib/handlers/handler'
import { decodeBody } from '@/lib/ingest/decode'
import type { Fact } from '@/lib/providers/facts'
import { findProvider } from '@/lib/providers/registry'
import type { Started } from './start-attempts'

/** How an attempt ended. `returned`: the worker is stopping, so it does not count. */
export interface Ending {
  outcome: 'succeeded' | 'failed' | 'timed_out' | 'returned'
  durationMs: number
  result: string | null
  error: { name: string; message: string; stack: string | null } | null
  permanent: boolean
  /** The other side asked not to be tried again before. */
  retryAfterMs: number | null
  exchange: Exchange | null
}

const MAX_RESULT = 500
const MAX_MESSAGE = 4_000
const MAX_STACK = 8_000

/**
 * Runs a handler once. Never throws. At the handler's timeout, or when `stopping` fires, its signal fires and it is
 * waited for no longer, whether it listens or not.
 */
export async function execute(handler: Handler, started: Started, stopping: AbortSignal): Promise<Ending> {
  const begunAt = performance.now()
  const { signal, isTimedOut, release } = limit(handler.timeoutMs, stopping)
  let exchange: Exchange | null = null
  const ending = { result: null, error: null, permanent: false, retryAfterMs: null }
  const durationMs = () => Math.round(performance.now() - begunAt)
  try {
    const result = await Promise.race([work(), fires(signal)])
    return { ...ending, outcome: 'succeeded', durationMs: durationMs(), result: clip(result, MAX_RESULT), exchange }
  } catch (error) {
    const failure = { ...ending, durationMs: durationMs(), exchange }
    if (stopping.aborted && signal.aborted && !isTimedOut()) {
      const message = 'The worker was stopped; it goes on elsewhere.'
      return { ...failure, outcome: 'returned', error: { name: 'Stopped', message, stack: null } }
    }
    if (isTimedOut()) {
      const message = `The handler was stopped after ${handler.timeoutMs} ms, the longest it may take.`
      return { ...failure, outcome: 'timed_out', error: { name: 'TimeoutError', message, stack: null } }
    }
    return {
      ...failure,
      outcome: error instanceof Error && error.name === 'TimeoutError' ? 'timed_out' : 'failed',
      error: inWords(error),
      permanent: error instanceof PermanentError,
      retryAfterMs: error instanceof RetryAfterError ? finite(error.retryAfterMs) : null,
    }
  } finally {
    release()
  }

  /** Async, so that what a handler throws at once is caught like the rest. */
  async function work(): Promise<string> {
    const { event, runId, number, trigger, destinationId } = started
    let facts: readonly Fact[] | undefined
    return handler.run({
      event,
      get facts() {
        facts ??= factsOf(event)
        return facts
      },
      signal,
      idempotencyKey: runId,
      attempt: { number, trigger },
      destinationId,
      keep: (kept) => {
        exchange = kept
      },
    })
  }
}

/**
 * A signal that fires after `timeoutMs` or with `stopping`. Not `AbortSignal.any` of two: that keeps every attempt, bytes and
 * all, for as long as either could still fire.
 */
function limit(timeoutMs: number, stopping: AbortSignal) {
  const controller = new AbortController()
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = !controller.signal.aborted
    controller.abort(new DOMException('The handler took too long.', 'TimeoutError'))
  }, timeoutMs)
  const stop = () => controller.abort(stopping.reason)
  if (stopping.aborted) stop()
  else stopping.addEventListener('abort', stop, { once: true })
  return {
    signal: controller.signal,
    isTimedOut: () => timedOut,
    release() {
      clearTimeout(timer)
      stopping.removeEventListener('abort', stop)
    },
  }
}

/** Made when a handler asks for them: most do not. A changed copy has no content coding. */
function factsOf({ provider, type: eventType, headers, body, edited }: HandlerEvent): readonly Fact[] {
  const plain = edited ? body : decodeBody(headers, body).bytes
  return findProvider(provider)?.facts({ eventType, headers, body: plain }) ?? []
}

function fires(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

function inWords(error: unknown): { name: string; message: string; stack: string | null } {
  if (!(error instanceof Error)) return { name: 'Error', message: clip(error, MAX_MESSAGE), stack: null }
  const message = clip(error.message || error.name, MAX_MESSAGE)
  return { name: clip(error.name, 100), message, stack: error.stack ? clip(error.stack, MAX_STACK) : null }
}

/** What a handler computed may be no number at all. */
function finite(milliseconds: number): number {
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : 0
}

function plain(value: unknown): string {
  try {
    return String(value ?? '')
  } catch {
    return 'something that cannot be put in words'
  }
}

/** As PostgreSQL's text can hold it: a handler's words may be anything. */
function clip(text: unknown, length: number): string {
  return plain(text).slice(0, length).toWellFormed().replaceAll('\u0000', '\ufffd')
}
