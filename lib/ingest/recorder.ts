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
 * no load a delivery is alone in its statement; nothing ever waits for a timer. One statement at a time: a second
 * connection makes the batches smaller and gained nothing.
 */
export function createRecorder(connection: Connection): Recorder {
  let queue: Waiting[] = []
  let waitingBytes = 0
  let pumping: Promise<void> | undefined

  async function pump(): Promise<void> {
    while (queue.length > 0) {
      try {
        await connection.run(writeAll)
      } catch (error) {
        // There is no connection to be had: nobody who waits now need wait for another attempt each.
        while (queue.length > 0) refuse(take(), error)
      }
    }
    pumping = undefined
  }

  /** The next batch is on its way before the answers to the one before are written: the database need not wait for them. */
  async function writeAll(client: Client): Promise<void> {
    let batch = take()
    let writing = write(client, batch)
    while (batch.length > 0) {
      const recorded = await writing.catch((error) => error as Error)
      if (recorded instanceof Error) return recover(client, batch, recorded)
      const next = take()
      if (next.length > 0) writing = write(client, next)
      settle(batch, recorded)
      batch = next
    }
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
  async function recover(client: Client, batch: Waiting[], error: Error): Promise<void> {
    if (!isOfOneRow(error)) return giveUp(batch, error)
    for (const [index, one] of batch.entries()) {
      const recorded = await write(client, [one]).catch((cause) => cause as Error)
      if (!(recorded instanceof Error)) settle([one], recorded)
      else if (isOfOneRow(recorded)) refuse([one], recorded)
      else return giveUp(batch.slice(index), recorded)
    }
  }

  function giveUp(batch: Waiting[], error: Error): void {
    connection.reset()
    refuse(batch, error)
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
  const { rows } = await client.query<[string, string]>({
    name: 'record',
    text: RECORD_SQL,
    values: parameters,
    rowMode: 'array',
  })
  return resolve(new Map(rows))
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

/**
 * Whether the error can be one row's fault: PostgreSQL answered with it, and not because of the connection (SQLSTATE class
 * 08), its resources (53) or an operator (57); or the row could not even be laid out.
 */
function isOfOneRow(error: Error): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true
  return 'severity' in error && 'code' in error && !/^(08|53|57)/.test(String(error.code))
}
