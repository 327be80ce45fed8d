import type { Client } from 'pg'
import { JejakError } from '@/lib/errors'
import { layOut } from './batch'
import type { Connection } from './connection'
import { RECORD_SQL } from './record.sql'
import type { DeliveryRow, Recorded } from './row'

const MAX_BATCH_ROWS = 128
const MAX_BATCH_BYTES = 8 * 1024 * 1024
/** Beyond this much waiting, new requests are told to come back: memory is finite and the sender will retry. */
const MAX_WAITING_BYTES = 128 * 1024 * 1024

export interface Recorder {
  /** Resolves after the commit. Rejects with a JejakError `not_recorded` where there was none, or none is certain. */
  record(row: DeliveryRow): Promise<Recorded>
  /** Resolves when everything accepted so far is recorded or refused. */
  drain(): Promise<void>
}

interface Waiting {
  row: DeliveryRow
  resolve(recorded: Recorded): void
  reject(error: unknown): void
}

/**
 * Group commit: while one statement is under way, the deliveries that arrive wait together and share the next one. Under
 * no load a delivery is alone in its statement; nothing ever waits for a timer.
 */
export function createRecorder(connection: Connection): Recorder {
  let queue: Waiting[] = []
  let waitingBytes = 0
  let pumping: Promise<void> | undefined

  async function pump(): Promise<void> {
    while (queue.length > 0) {
      // What lies in the sockets already belongs into this batch: fewer, larger batches cost everybody less.
      await new Promise((resolve) => setImmediate(resolve))
      const batch = take()
      try {
        settle(batch, await connection.run((client) => write(client, batch)))
      } catch (error) {
        await recover(batch, error)
      }
    }
    pumping = undefined
  }

  function take(): Waiting[] {
    let bytes = 0
    let count = 0
    while (count < queue.length && count < MAX_BATCH_ROWS && bytes < MAX_BATCH_BYTES) {
      bytes += queue[count]?.row.body.byteLength ?? 0
      count += 1
    }
    const batch = queue.slice(0, count)
    queue = queue.slice(count)
    waitingBytes -= bytes
    return batch
  }

  /** Where the data of one row is refused by PostgreSQL, the others must not suffer: each is written alone. */
  async function recover(batch: Waiting[], error: unknown): Promise<void> {
    if (!isDataError(error)) connection.reset()
    if (!isDataError(error) || batch.length === 1) return refuse(batch, error)
    for (const one of batch) {
      try {
        settle([one], await connection.run((client) => write(client, [one])))
      } catch (cause) {
        refuse([one], cause)
      }
    }
  }

  return {
    record(row) {
      if (waitingBytes > MAX_WAITING_BYTES)
        return Promise.reject(notRecorded('More is waiting than can be recorded in time.'))
      waitingBytes += row.body.byteLength
      const recorded = new Promise<Recorded>((resolve, reject) => queue.push({ row, resolve, reject }))
      pumping ??= pump()
      return recorded
    },
    drain: async () => pumping,
  }
}

async function write(client: Client, batch: Waiting[]): Promise<Recorded[]> {
  const { parameters, resolve } = layOut(batch.map((waiting) => waiting.row))
  const { rows } = await client.query<[string | null, string]>({
    name: 'record',
    text: RECORD_SQL,
    values: parameters,
    rowMode: 'array',
  })
  const repeats = new Map<string, string>()
  for (const [proposed, actual] of rows) if (proposed) repeats.set(proposed, actual)
  return resolve(repeats)
}

function settle(batch: Waiting[], recorded: Recorded[]): void {
  for (const [index, waiting] of batch.entries()) waiting.resolve(recorded[index] ?? null)
}

function refuse(batch: Waiting[], cause: unknown): void {
  const error =
    cause instanceof JejakError
      ? cause
      : notRecorded('The database did not confirm the commit; nothing is certain.', cause)
  for (const waiting of batch) waiting.reject(error)
}

function notRecorded(message: string, cause?: unknown): JejakError {
  return new JejakError('not_recorded', `${message} Send it again.`, { cause })
}

/** SQLSTATE class 22 (data exception), 23 (constraint violation) or 54 (program limit). */
function isDataError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(22|23|54)/.test(code)
}
