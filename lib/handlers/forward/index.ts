import { db } from '@/lib/db/client'
import { loadDestination } from '@/lib/destinations/load'
import { loadTogether } from '@/lib/destinations/load-together'
import { defineHandler } from '../handler'
import { runForward } from './run'
import { sharedSender } from './send'

/** Above the longest time-out that a destination may have, which ends the attempt in better words. */
const TIMEOUT_MS = 70_000
const load = loadTogether((id) => loadDestination(id))

/** Sends events to the destinations that people configure, signed by Standard Webhooks. */
export const forward = defineHandler({
  name: 'forward',
  title: 'Forward',
  description: 'Sends each event, as it was received and signed, to the destinations that ask for it.',
  on: ['*'],
  perDestination: true,
  timeoutMs: TIMEOUT_MS,
  run: (context) => runForward(context, { client: db(), load, sender: sharedSender(), clock: () => new Date() }),
})
