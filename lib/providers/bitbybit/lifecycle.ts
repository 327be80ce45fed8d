import type { Lifecycle } from '../lifecycle'

/** The values of its statuses are not documented, so an order has no lifecycle here; the types prove only what is deleted. */
export const lifecycles: readonly Lifecycle[] = [
  {
    kind: 'customer',
    steps: [{ title: 'Deleted', reachedBy: { state: 'deleted' }, place: 1000, need: 'branch', isFinal: true }],
  },
  {
    kind: 'product',
    steps: [{ title: 'Deleted', reachedBy: { state: 'deleted' }, place: 1000, need: 'branch', isFinal: true }],
  },
]
