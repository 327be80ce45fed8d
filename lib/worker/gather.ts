/**
 * Gathers calls into batches: while `work` is under way, what comes in waits and goes together into the next one. `work`
 * answers one result per item, in order; where it throws, every item of that batch rejects with the error.
 */
export function gather<In, Out>(
  work: (items: In[]) => Promise<Out[]>,
  maxItems = 100,
): { add(item: In): Promise<Out>; drain(): Promise<void> } {
  interface Waiting {
    item: In
    resolve(out: Out): void
    reject(error: unknown): void
  }
  let queue: Waiting[] = []
  let pumping: Promise<void> | undefined

  async function pump(): Promise<void> {
    // Whoever adds in the same turn of the event loop belongs into the first batch.
    await Promise.resolve()
    while (queue.length > 0) {
      const batch = queue.slice(0, maxItems)
      queue = queue.slice(maxItems)
      try {
        const results = await work(batch.map(({ item }) => item))
        for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Out)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    pumping = undefined
  }

  return {
    add(item) {
      const result = new Promise<Out>((resolve, reject) => queue.push({ item, resolve, reject }))
      pumping ??= pump()
      return result
    },
    drain: async () => pumping,
  }
}
