import { Worker } from 'node:worker_threads'

/** Looks from another thread; the clock is not asked, because a machine that slept has not hung. */
const WATCH = `
  const { workerData } = require('node:worker_threads')
  const { beats, everyMs, checks } = workerData
  let last = -1
  let silent = 0
  setInterval(() => {
    const now = Atomics.load(beats, 0)
    silent = now === last ? silent + 1 : 0
    last = now
    if (silent < checks) return
    console.error('The worker process hangs: a handler does not give the thread back. It is killed and started again.')
    process.kill(process.pid, 'SIGKILL')
  }, everyMs)`

/**
 * Kills this process when its event loop has stood still for about `checks` times `everyMs`: a handler that never gives the
 * thread back cannot be stopped otherwise. Its run counts as lost, and the supervisor starts the process again.
 */
export function watch({ everyMs, checks }: { everyMs: number; checks: number } = { everyMs: 5_000, checks: 12 }): void {
  const beats = new Int32Array(new SharedArrayBuffer(4))
  const watcher = new Worker(WATCH, { eval: true, execArgv: [], workerData: { beats, everyMs, checks } })
  watcher.unref()
  setInterval(() => Atomics.add(beats, 0, 1), everyMs / 2).unref()
}
