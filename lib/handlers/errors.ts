/** Thrown by a handler: this will never succeed, however often it is tried. */
export class PermanentError extends Error {
  override name = 'PermanentError'
}

/** Thrown by a handler: the other side asks not to be tried again before then. Everything for the same target waits. */
export class RetryAfterError extends Error {
  override name = 'RetryAfterError'

  constructor(
    message: string,
    readonly retryAfterMs: number,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
