import { say } from '@/lib/i18n/say'

/** The closed list of what can go wrong at an edge, each with its HTTP status. */
export const ERROR_STATUS = {
  invalid_request: 400,
  unauthenticated: 401,
  signature_rejected: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  request_timeout: 408,
  conflict: 409,
  gone: 410,
  body_too_large: 413,
  headers_too_large: 431,
  too_many_attempts: 429,
  internal: 500,
  not_recorded: 503,
  database_unreachable: 503,
  shutting_down: 503,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof ERROR_STATUS

/** An error with a closed code. Its message is shown to people: it says what was expected, what came and what to do. */
export class JejakError extends Error {
  readonly code: ErrorCode
  readonly extra: Record<string, unknown>

  /** `extra` becomes members of the problem document; it must hold no secret. */
  constructor(code: ErrorCode, message: string, options: { cause?: unknown; extra?: Record<string, unknown> } = {}) {
    super(message, { cause: options.cause })
    this.name = 'JejakError'
    this.code = code
    this.extra = options.extra ?? {}
  }
}

/** An RFC 9457 problem document. `type` is relative to the product's own documentation of its errors. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  [member: string]: unknown
}

/** The problem document for an error; anything that is not a JejakError is `internal` and keeps its message to itself. */
export function problem(error: unknown): Problem {
  const known = error instanceof JejakError ? error : new JejakError('internal', say('internal'))
  return {
    type: `/problems/${known.code}`,
    title: say(`titles.${known.code}`),
    status: ERROR_STATUS[known.code],
    detail: known.message,
    ...known.extra,
  }
}
