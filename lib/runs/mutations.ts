import { fetchJson } from '@/lib/client/fetch-json'
import type { TargetItem } from './schemas'

/** Pauses a handler or destination by its key; answers how it is doing. Throws ApiProblem. */
export function pauseTarget(key: string): Promise<TargetItem> {
  return fetchJson(`/api/v1/handlers/${encodeURIComponent(key)}/pause`, { method: 'POST' })
}

/** Lets it go on, with all that was held. Throws ApiProblem. */
export function resumeTarget(key: string): Promise<TargetItem> {
  return fetchJson(`/api/v1/handlers/${encodeURIComponent(key)}/resume`, { method: 'POST' })
}
