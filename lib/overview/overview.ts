import { db, type PrismaClient } from '@/lib/db/client'
import { readFailures } from './failures'
import { readFindings } from './findings'
import { judge } from './judge'
import { readQueue } from './queue'
import { readRefusals } from './refusals'
import type { Overview } from './schemas'
import { readSlices } from './slices'
import { readSources } from './sources'
import { WINDOWS, type WindowName } from './windows'

/** Whether everything is all right, and what says so. Every part of it is bounded, however much was recorded. */
export async function readOverview(
  window: WindowName,
  client: PrismaClient = db(),
  now: Date = new Date(),
): Promise<Overview> {
  const from = new Date(now.getTime() - WINDOWS[window].spanMs)
  const [slices, failures, findings, queue, refusals, sources] = await Promise.all([
    readSlices(window, now, client),
    readFailures(client),
    readFindings(now, client),
    readQueue(now, client),
    readRefusals(client),
    readSources(from, now, client),
  ])
  const found = { failures, findings, queue, refusals, sources }
  return { window, at: now.toISOString(), from: from.toISOString(), concerns: judge(found, now), slices, ...found }
}
