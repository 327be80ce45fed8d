/** Where a person was in each list, so that coming back from a row finds it as it was left. Kept while the page lives. */
const positions = new Map<string, { offset: number; rowId: string | null }>()
let lastListHref = '/events'

export function rememberPosition(key: string, position: { offset: number; rowId: string | null }) {
  positions.set(key, position)
}

export function findPosition(key: string) {
  return positions.get(key)
}

export function rememberListHref(href: string) {
  lastListHref = href
}

/** The list as it was last seen, with its filters. */
export function listHref(): string {
  return lastListHref
}
