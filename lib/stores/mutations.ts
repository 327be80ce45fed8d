import { fetchJson } from '@/lib/client/fetch-json'
import type { StoreItem, UpdateStore } from './schemas'

/** Changes the rules of a store's timelines, all of them at once. Throws ApiProblem, with `fields` where one is at fault. */
export function updateStore(id: string, change: UpdateStore): Promise<StoreItem> {
  return fetchJson(`/api/v1/stores/${encodeURIComponent(id)}`, { method: 'PATCH', send: change })
}
