import { Client } from 'pg'
import { JejakError } from '@/lib/errors'

/** Connecting is tried again for this long before those who wait are told to come back. */
const PATIENCE_MS = 5_000
const RETRY_DELAY_MS = 100
const STATEMENT_TIMEOUT_MS = 10_000

/** One connection that comes back by itself. */
export interface Connection {
  /**
   * Runs `work` with the connection to itself, after what was asked for before. Throws a JejakError `not_recorded` where
   * the database cannot be reached within 5 s.
   */
  run<T>(work: (client: Client) => Promise<T>): Promise<T>
  /** Gives the present connection up: its state is not known. The next call makes a new one. */
  reset(): void
  close(): Promise<void>
}

/** `onConnect` runs on every new connection before it is used. */
export function createConnection(url: string, onConnect?: (client: Client) => Promise<void>): Connection {
  let tail: Promise<unknown> = Promise.resolve()
  let current: Promise<Client> | undefined
  let closed = false

  async function open(deadline: number): Promise<Client> {
    for (;;) {
      try {
        return await connectOnce()
      } catch (cause) {
        if (closed || Date.now() + RETRY_DELAY_MS > deadline) {
          throw new JejakError('not_recorded', 'The database cannot be reached; nothing was recorded. Send it again.', {
            cause,
          })
        }
        await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS))
      }
    }
  }

  async function connectOnce(): Promise<Client> {
    const client = new Client({
      connectionString: url,
      application_name: 'jejak ingest',
      connectionTimeoutMillis: 3_000,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: STATEMENT_TIMEOUT_MS + 2_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    })
    // Without a listener a lost connection would end the process; `end` follows, and that is acted upon.
    client.on('error', () => {})
    try {
      await client.connect()
      // The plan of the one statement does not depend on its parameters; making it anew costs as much as running it.
      await client.query('SET plan_cache_mode = force_generic_plan; SET jit = off')
      await onConnect?.(client)
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
    return client
  }

  function client(deadline: number): Promise<Client> {
    if (closed) return Promise.reject(new JejakError('shutting_down', 'The server is shutting down. Send it again.'))
    if (!current) {
      const opening = open(deadline)
      const forget = () => {
        if (current === opening) current = undefined
      }
      current = opening
      opening.then((ready) => ready.on('end', forget), forget)
    }
    return current
  }

  function reset(): void {
    current?.then((lost) => lost.end()).catch(() => {})
    current = undefined
  }

  return {
    run(work) {
      // The time to wait counts from now, not from when it is this one's turn.
      const deadline = Date.now() + PATIENCE_MS
      const result = tail.then(async () => {
        const ready = await client(deadline)
        try {
          return await work(ready)
        } catch (error) {
          if (!isAnswer(error)) reset()
          throw error
        }
      })
      tail = result.catch(() => {})
      return result
    },
    reset,
    async close() {
      await tail
      closed = true
      const last = await current?.catch(() => undefined)
      await last?.end().catch(() => {})
    },
  }
}

/** Whether PostgreSQL itself answered with this error: then the connection is sound. */
function isAnswer(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && !/^(08|53|57)/.test(String('code' in error ? error.code : ''))
}
