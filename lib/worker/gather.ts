const MAX_ITEMS = 100
/** So many are worth a transaction of their own. */
const ENOUGH_ITEMS = 16

/**
 * Gathers calls into batches: what comes in within `waitMs`, or while `work` is under way, goes together into the next one;
 * sixteen need not wait. `work` answers one result per item, in order; where it throws, each item of the batch is
 * done alone, and those that throw reject.
 */
export function gather<In, Out>(
  work: (items: In[]) => Promise<Out[]>,
  waitMs: number,
): { add(item: In): Promise<Out> } {
  interface Waiting {
    item: In
    resolve(out: Out): void
    reject(error: unknown): void
  }
  let queue: Waiting[] = []
  let isPumping = false
  let onEnough: (() => void) | undefined

  async function enoughOrTime(): Promise<void> {
    if (queue.length >= ENOUGH_ITEMS) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitMs)
      onEnough = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    onEnough = undefined
  }

  async function pump(): Promise<void> {
    isPumping = true
    while (queue.length > 0) {
      await enoughOrTime()
      const batch = queue.slice(0, MAX_ITEMS)
      queue = queue.slice(MAX_ITEMS)
      try {
        const results = await work(batch.map(({ item }) => item))
        for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Out)
      } catch (error) {
        await alone(batch, error)
      }
    }
    isPumping = false
  }

  /** What is the matter with one must not be the matter with all. */
  async function alone(batch: Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1) return batch[0]?.reject(error)
    for (const { item, resolve, reject } of batch) await work([item]).then(([result]) => resolve(result as Out), reject)
  }

  return {
    add(item) {
      const result = new Promise<Out>((resolve, reject) => queue.push({ item, resolve, reject }))
      if (!isPumping) void pump()
      if (queue.length >= ENOUGH_ITEMS) onEnough?.()
      return result
    },
  }
}
