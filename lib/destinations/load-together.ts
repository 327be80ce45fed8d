import type { LoadedDestination } from './load'

type Load = (id: string) => Promise<LoadedDestination | null>

/**
 * The same load, for many at once: while one of a destination is under way, all that ask for it wait for the next and
 * share it. Each answer is what stood in the database after it was asked for, so a change counts at once.
 */
export function loadTogether(load: Load): Load {
  const underWay = new Map<string, Promise<unknown>>()
  const next = new Map<string, ReturnType<Load>>()

  function begin(id: string): ReturnType<Load> {
    const loading = load(id)
    const settled = loading.then(
      () => over(),
      () => over(),
    )
    const over = () => {
      if (underWay.get(id) === settled) underWay.delete(id)
    }
    underWay.set(id, settled)
    return loading
  }

  return (id) => {
    const before = underWay.get(id)
    if (!before) return begin(id)
    const shared = next.get(id) ?? before.then(() => take(id))
    next.set(id, shared)
    return shared
  }

  function take(id: string): ReturnType<Load> {
    next.delete(id)
    return begin(id)
  }
}
