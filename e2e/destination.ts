import { type APIRequestContext, expect } from '@playwright/test'
import type { Sender } from './sender'

/** Makes a destination for the events of one sender, through the API; answers its id and signing secret. */
export async function createDestination(
  request: APIRequestContext,
  { name, url, sender }: { name: string; url: string; sender: Sender },
): Promise<{ id: string; secret: string }> {
  const answer = await request.post('/api/v1/destinations', { data: { name, url, sources: [sender.source.id] } })
  expect(answer.status()).toBe(201)
  return answer.json()
}
