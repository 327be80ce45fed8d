import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type PrismaClient } from '@/lib/db/client'
import { problem } from '@/lib/errors'
import { searchEvents } from '@/lib/events/search'
import { logError } from '@/lib/log'
import { csvHead, csvLine } from './csv'
import type { ExportFormat } from './href'
import { ndjsonFault, ndjsonLine } from './ndjson'
import { readMatches } from './read-matches'
import type { ExportRow } from './row'
import type { ExportQuery } from './schemas'
import { textStream } from './text-stream'

const PAGE_SIZE = 500

interface ExportOptions {
  /** Ends the export; so does whoever reads it by cancelling. */
  signal: AbortSignal
  client?: PrismaClient
  now?: Date
  pageSize?: number
}

export interface Export {
  stream: ReadableStream<Uint8Array>
  /** Events whose content was not indexed when it began, so that they cannot match; 0 where no term asks for content. */
  waiting: number
}

/**
 * Everything that matches, newest first, as a stream of UTF-8 that reads no faster than it is read, and records who exported
 * what. Throws `invalid_request` for a query that is not understood. Where it fails later, the last line of NDJSON is
 * `{"error": …}`; of CSV, which has no place for that, the stream breaks off with an error.
 */
export async function exportEvents(
  { format, ...asked }: ExportQuery,
  actor: Actor,
  { signal, client = db(), now = new Date(), pageSize = PAGE_SIZE }: ExportOptions,
): Promise<Export> {
  const query = { ...asked, limit: pageSize }
  const ended = new AbortController()
  const options = { client, now, signal: AbortSignal.any([signal, ended.signal]) }
  const first = await searchEvents(query, client, now)
  await recordAudit(client, { actor, action: 'events.exported', target: 'events', detail: { ...asked, format } })
  const rows = readMatches(query, first, options)
  const stream = textStream(WRITERS[format](rows, options.signal), () => ended.abort())
  return { stream, waiting: first.coverage.waiting }
}

type Writer = (rows: AsyncIterable<ExportRow[]>, signal: AbortSignal) => AsyncGenerator<string>

const WRITERS: Record<ExportFormat, Writer> = { ndjson: writeNdjson, csv: writeCsv }

async function* writeNdjson(rows: AsyncIterable<ExportRow[]>, signal: AbortSignal) {
  try {
    for await (const some of rows) yield some.map(ndjsonLine).join('')
  } catch (error) {
    if (signal.aborted) throw error
    logError('An export failed', error)
    const { type, detail } = problem(error)
    yield ndjsonFault(type.replace('/problems/', ''), `This export is not complete. ${detail}`)
  }
}

async function* writeCsv(rows: AsyncIterable<ExportRow[]>, signal: AbortSignal) {
  yield csvHead()
  try {
    for await (const some of rows) yield some.map(csvLine).join('')
  } catch (error) {
    if (!signal.aborted) logError('An export failed', error)
    throw error
  }
}
