import { fetchJson } from '@/lib/client/fetch-json'
import type { EditedCopy, EditOrder, ReplayInput, ReplayItem } from './schemas'

/** Orders a replay of a selection or of all that matches a filter. Throws ApiProblem, 409 where nothing is to be done. */
export function createReplay(order: ReplayInput): Promise<ReplayItem> {
  return fetchJson('/api/v1/replays', { send: order })
}

/** Orders one run again. Throws ApiProblem, 409 while it is at work. */
export function replayRun(runId: string, order: { reason?: string | undefined } = {}): Promise<ReplayItem> {
  return fetchJson(`/api/v1/runs/${encodeURIComponent(runId)}/replay`, { send: order })
}

/** Orders an event's runs again: those of one handler, or all. Throws ApiProblem. */
export function replayEvent(
  eventId: string,
  order: { handler?: string | undefined; reason?: string | undefined } = {},
): Promise<ReplayItem> {
  return fetchJson(`/api/v1/events/${encodeURIComponent(eventId)}/replay`, { send: order })
}

/** Gives a changed copy of an event's body to handlers. Throws ApiProblem, with `fields` where a field is at fault. */
export function replayCopy(eventId: string, edit: EditOrder): Promise<EditedCopy> {
  return fetchJson(`/api/v1/events/${encodeURIComponent(eventId)}/copies`, { send: edit })
}

/** Starts no further runs until it is resumed. Throws ApiProblem. */
export function pauseReplay(id: string): Promise<ReplayItem> {
  return steer(id, 'pause')
}

/** Goes on after a pause. Throws ApiProblem. */
export function resumeReplay(id: string): Promise<ReplayItem> {
  return steer(id, 'resume')
}

/** Gives up what has not been ordered yet. Throws ApiProblem. */
export function cancelReplay(id: string): Promise<ReplayItem> {
  return steer(id, 'cancel')
}

function steer(id: string, verb: 'pause' | 'resume' | 'cancel'): Promise<ReplayItem> {
  return fetchJson(`/api/v1/replays/${encodeURIComponent(id)}/${verb}`, { method: 'POST' })
}
