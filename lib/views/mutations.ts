import { fetchJson } from '@/lib/client/fetch-json'
import type { ChangeView, SaveView, ViewItem } from './schemas'

/** Keeps a view. Throws ApiProblem, with `fields` at fault. */
export function saveView(view: SaveView): Promise<ViewItem> {
  return fetchJson('/api/v1/views', { send: view })
}

/** Changes what is named of a view. Throws ApiProblem, with `fields` at fault. */
export function changeView(id: string, change: ChangeView): Promise<ViewItem> {
  return fetchJson(path(id), { method: 'PATCH', send: change })
}

/** Removes a view. Throws ApiProblem. */
export function removeView(id: string): Promise<void> {
  return fetchJson(path(id), { method: 'DELETE' })
}

function path(id: string): string {
  return `/api/v1/views/${encodeURIComponent(id)}`
}
