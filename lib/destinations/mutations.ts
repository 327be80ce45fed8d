import { fetchJson } from '@/lib/client/fetch-json'
import type { ChangeDestination, CreateDestination, DestinationItem, DestinationWithSecret, TestSent } from './schemas'

/** Makes a destination; the answer holds its signing secret, this once. Throws ApiProblem, with `fields` at fault. */
export function createDestination(destination: CreateDestination): Promise<DestinationWithSecret> {
  return fetchJson('/api/v1/destinations', { send: destination })
}

/** Changes what is named. Throws ApiProblem, with `fields` at fault. */
export function updateDestination(id: string, change: ChangeDestination): Promise<DestinationItem> {
  return fetchJson(path(id), { method: 'PATCH', send: change })
}

/** Removes a destination; what was sent to it stays. Throws ApiProblem. */
export function deleteDestination(id: string): Promise<void> {
  return fetchJson(path(id), { method: 'DELETE' })
}

/** Makes the signing secret anew; the answer holds it, this once. Throws ApiProblem. */
export function renewDestinationSecret(id: string): Promise<DestinationWithSecret> {
  return fetchJson(`${path(id)}/secret`, { method: 'POST' })
}

/** Sends a signed test event, at once and once, and answers how it fared. Throws ApiProblem. */
export function sendDestinationTest(id: string): Promise<TestSent> {
  return fetchJson(`${path(id)}/test`, { method: 'POST' })
}

function path(id: string): string {
  return `/api/v1/destinations/${encodeURIComponent(id)}`
}
