export interface OneAtATime {
  /** Has the work done. Returns at once where it is under way: then it is done once more before that ends. */
  ask(): Promise<void>
  /** Tells the work to end, and lets none begin. */
  stop(): void
}

/** Work that finds by itself what there is to do, once at a time in this process: more could only wait, each with a connection. */
export function oneAtATime(work: (signal: AbortSignal) => Promise<void>): OneAtATime {
  const stopping = new AbortController()
  let isWorking = false
  let isAskedAgain = false
  return {
    async ask() {
      isAskedAgain = true
      if (isWorking) return
      isWorking = true
      try {
        while (isAskedAgain && !stopping.signal.aborted) {
          isAskedAgain = false
          await work(stopping.signal)
        }
      } finally {
        isWorking = false
      }
    },
    stop: () => stopping.abort(),
  }
}
