import { fetchJson } from '@/lib/client/fetch-json'
import type { AddedSecret, CreateSource, SourceItem, UpdateSource } from './schemas'

/** Makes a source. Throws ApiProblem, with `fields` where a field is at fault. */
export function createSource(source: CreateSource): Promise<SourceItem> {
  return fetchJson('/api/v1/sources', { send: source })
}

/** Changes what is named. Throws ApiProblem. */
export function updateSource(id: string, change: UpdateSource): Promise<SourceItem> {
  return fetchJson(`/api/v1/sources/${id}`, { method: 'PATCH', send: change })
}

/** Adds a secret; at most two are active at once. Throws ApiProblem. */
export function addSecret(sourceId: string, value: string): Promise<AddedSecret> {
  return fetchJson(`/api/v1/sources/${sourceId}/secrets`, { send: { value } })
}

/** Retires a secret: deliveries are checked against it no more. Throws ApiProblem. */
export function retireSecret(sourceId: string, secretId: string): Promise<void> {
  return fetchJson(`/api/v1/sources/${sourceId}/secrets/${secretId}`, { method: 'DELETE' })
}
