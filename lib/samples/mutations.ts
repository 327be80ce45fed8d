import { fetchJson } from '@/lib/client/fetch-json'
import type { SendSamples, SentSamples } from './schemas'

/** Sends signed sample events through the real endpoints and answers what each of them said. Throws ApiProblem. */
export function sendSamples(which: SendSamples = {}): Promise<SentSamples> {
  return fetchJson('/api/v1/samples', { send: which })
}
