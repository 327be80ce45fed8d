import { fetchJson } from '@/lib/client/fetch-json'
import type { RebuildItem } from './schemas'

/** Orders that every event is read again with the rules of today. Throws ApiProblem. */
export function startRebuild(): Promise<RebuildItem> {
  return fetchJson('/api/v1/rebuilds', { method: 'POST' })
}
