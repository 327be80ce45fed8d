/** Everything that was started, in order, so that it can be stopped in the opposite order. */
export interface Shutdown {
  /** Fires when the stop begins. */
  signal: AbortSignal
  /** Registers how to stop what is being started. `hurry` fires when a person asks again. */
  add(stop: (hurry: AbortSignal) => Promise<void>): void
  /** Stops everything and ends the process. Only the first call counts; later ones hurry it. */
  run(exitCode: number): void
}

/** Whatever hangs, the process is gone within ten seconds. */
const DEADLINE_MS = 9_500
/** npm passes a terminal's Ctrl-C on to us, who have had it already: two at once are one. */
const SAME_PRESS_MS = 400

/** A stop in order, which signals begin as well: SIGINT, SIGTERM and SIGHUP end the process with code 0. */
export function createShutdown(): Shutdown {
  const begun = new AbortController()
  const hurry = new AbortController()
  const stops: ((hurry: AbortSignal) => Promise<void>)[] = []
  let begunAt = 0

  const run = (exitCode: number) => {
    if (begun.signal.aborted) {
      if (Date.now() - begunAt > SAME_PRESS_MS) hurry.abort()
      return
    }
    begunAt = Date.now()
    begun.abort()
    setTimeout(() => process.exit(1), DEADLINE_MS)
    void stopAll(stops, hurry.signal).then((clean) => process.exit(clean ? exitCode : 1))
  }

  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => run(0))
  return { signal: begun.signal, add: (stop) => void stops.push(stop), run }
}

async function stopAll(stops: ((hurry: AbortSignal) => Promise<void>)[], hurry: AbortSignal): Promise<boolean> {
  let clean = true
  for (const stop of stops.toReversed()) {
    await stop(hurry).catch((error: unknown) => {
      clean = false
      console.error('Something did not stop in order:', error)
    })
  }
  return clean
}
