import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'

/** The statements by which the queue writes down what became of jobs, by the names under which it prepares them. */
const WRITES = /^(complete|fail)_jobs?(_q)?\//
/** deadlock_detected, serialization_failure: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REFUSED = new Set(['40P01', '40001'])
const TIMES = 10
const PAUSE_MS = 20

/**
 * Lets the queue write again what the database refused for the sake of another transaction. It deletes jobs that are done several
 * at a time in no order, while others take their places by key, so that now and then each holds what the other waits for; and
 * of its own accord it does not try again, but gives up (graphile-worker 0.17 and 0.18). Each is a statement by itself, which
 * leaves nothing behind where it fails.
 */
export function retryRefused(pool: Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client)
    const again = async (asked: unknown, times: number): Promise<unknown> => {
      try {
        return await Reflect.apply(query, client, [asked])
      } catch (error) {
        if (times === 0 || !REFUSED.has(codeOf(error))) throw error
        await delay(PAUSE_MS)
        return again(asked, times - 1)
      }
    }
    Object.assign(client, {
      query: (...args: unknown[]) =>
        args.length === 1 && WRITES.test(nameOf(args[0])) ? again(args[0], TIMES) : Reflect.apply(query, client, args),
    })
  })
}

function nameOf(asked: unknown): string {
  return typeof asked === 'object' && asked !== null && 'name' in asked ? String(asked.name) : ''
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
