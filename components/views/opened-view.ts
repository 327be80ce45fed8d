import type { ViewItem } from '@/lib/views/schemas'
import { isShown, type Shown, shownView } from '@/lib/views/shown-view'

const KEY = 'jejak.openedView'

/** The id of the view that was opened last in this tab. */
export function openedViewId(): string | null {
  return sessionStorage.getItem(KEY)
}

export function rememberOpenedView(id: string | null) {
  if (id === null) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, id)
}

/**
 * The id of the view that is open now that the list shows `shown`, where `before` was: it stays open while its search is
 * changed, until the list shows another or the search is cleared.
 */
export function openedBy(before: string | null, views: readonly ViewItem[], shown: Shown): string | null {
  const exact = views.filter((view) => isShown(view, shown))
  if (exact.length > 0) return exact.some(({ id }) => id === before) ? before : (shownView(exact, shown)?.id ?? null)
  return shown.q.trim() === '' ? null : before
}
