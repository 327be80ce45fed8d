const QUIET_MS = 1_000
const last = new Map<string, { at: number; silent: number }>()

/**
 * Tells the operator, on standard error, what failed and why. The same `what` is told once a second at most, with how
 * often it was not told: an outage must not fill a disk. `what` is one of few texts and holds no secret.
 */
export function logError(what: string, error: unknown): void {
  const now = Date.now()
  const before = last.get(what)
  if (before && now - before.at < QUIET_MS) {
    before.silent += 1
    return
  }
  last.set(what, { at: now, silent: 0 })
  const more = before?.silent ? ` (and ${before.silent} more times before)` : ''
  console.error(`${new Date(now).toISOString()} ${what}: ${inWords(error)}${more}`)
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return error.name === 'JejakError' ? `${error.message}${cause}` : `${error.stack ?? error.message}${cause}`
}
