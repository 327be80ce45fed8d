const CHECK_MS = 500

/** Calls `onGone` once where npm started this process and has ended without a signal to it. */
export function watchParent(onGone) {
  if (!/^(start|dev|test)/.test(process.env.npm_lifecycle_event ?? '')) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onGone()
  }, CHECK_MS)
  timer.unref()
}
