import { databaseUrl } from '@/lib/db/client'
import { env } from '@/lib/env'
import { JejakError } from '@/lib/errors'
import { logError } from '@/lib/log'
import type { Provider } from '@/lib/providers/provider'
import { findProvider } from '@/lib/providers/registry'
import type { Keys, LoadedSource } from '@/lib/sources/load'
import { vault } from '@/lib/vault/vault'
import { acknowledgement, refusal, rejection } from './answer'
import { createConnection } from './connection'
import { decodeBody } from './decode'
import { createDirectory } from './directory'
import { maskRequest } from './mask'
import { newId } from './new-id'
import { createQuota } from './quota'
import { createRecorder } from './recorder'
import { createRefusals, type RefusalKind } from './refusals'
import type { WebhookAnswer, WebhookRequest } from './request'
import type { DeliveryRow } from './row'
import { verifyDelivery } from './verify-delivery'
import { createWake } from './wake'

/** How much is kept of a body that is over its source's limit. */
const HEAD_BYTES = 16 * 1024

/** Each holds its body in memory: beyond this many at once, senders are told to come back. */
const MAX_UNDER_WAY = 4_000

export interface Ingest {
  /** Receives one request and answers it. A 2xx is preceded by a commit. Never throws. */
  handle(request: WebhookRequest): Promise<WebhookAnswer>
  /** Records what is under way and closes the connections. */
  close(): Promise<void>
}

/** An ingestion of its own, over two database connections. */
export function createIngest(options: { databaseUrl: string } & Keys): Ingest {
  // Recording has a connection to itself: trimming after a flood of forgeries must not hold up what is genuine.
  const writer = createConnection(options.databaseUrl)
  const clerk = createConnection(options.databaseUrl, (client) => directory.listen(client))
  const directory = createDirectory(clerk, options)
  const recorder = createRecorder(writer)
  const quota = createQuota(clerk)
  const refusals = createRefusals(clerk)
  const wake = createWake(clerk)
  let underWay = 0

  async function receive(request: WebhookRequest): Promise<WebhookAnswer> {
    if (request.method !== 'POST') {
      const message = `Webhooks are sent with POST; this was ${request.method}.`
      return refusal(new JejakError('method_not_allowed', message), { allow: 'POST' })
    }
    const provider = findProvider(request.providerId)
    if (!provider) return notFound(request, 'unknown_provider', '', 'There is no provider of this name here.')
    const { providerId, slug } = request
    const known = await directory.find(providerId, slug)
    const source = known?.enabled ? known : await directory.findFresh(providerId, slug)
    if (!source) return notFound(request, 'unknown_source', providerId, 'This provider has no such source.')
    if (!source.enabled) return notFound(request, 'source_disabled', source.id, 'This source is disabled.')
    return keep(request, provider, source)
  }

  async function keep(request: WebhookRequest, provider: Provider, source: LoadedSource): Promise<WebhookAnswer> {
    const body = await request.readBody(source.maxBodyBytes, HEAD_BYTES)
    const refresh = () => directory.findFresh(source.provider, source.slug)
    const verdict = await verifyDelivery({ provider, source, request, body, refresh })
    const masked = maskRequest(request, provider, source.secrets, options.vault.fingerprint)
    const row: DeliveryRow = {
      id: newId(),
      source,
      receivedAt: request.receivedAt,
      path: masked.path,
      headers: masked.headers,
      headerFingerprints: masked.headerFingerprints,
      remoteAddress: request.remoteAddress,
      body: body.bytes,
      bodyBytes: body.size,
      verdict,
      status: 200,
      claims: null,
      event: null,
    }
    return verdict.verdict === 'rejected'
      ? keepRejected({ ...row, verdict }, provider, request)
      : keepGood(row, provider, request)
  }

  async function keepGood(row: DeliveryRow, provider: Provider, request: WebhookRequest): Promise<WebhookAnswer> {
    const decoded = decodeBody(request.headers, row.body)
    const reading = provider.read({ headers: request.headers, body: decoded.bytes })
    if (decoded.problem) reading.problems.unshift({ code: 'encoded_body', message: decoded.problem })
    // What nobody vouches for must never stand in the way of a genuine event with the same id.
    const dedupeKey = row.verdict.verdict === 'unchecked' ? `unchecked:${reading.dedupeKey}` : reading.dedupeKey
    row.event = { id: newId(), reading, dedupeKey }
    const recorded = await recorder.record(row)
    if (!recorded) throw new Error('a delivery with an event was recorded without one')
    wake.recorded()
    return acknowledgement(recorded.repeat ? 'duplicate' : 'accepted', row.id, recorded.eventId)
  }

  async function keepRejected(
    row: DeliveryRow & { verdict: { verdict: 'rejected' } },
    provider: Provider,
    request: WebhookRequest,
  ): Promise<WebhookAnswer> {
    const tooLarge = row.verdict.reason === 'body_too_large'
    const answer = rejection(row.verdict, tooLarge ? 413 : row.source.rejectedStatus, row.id)
    const claims = provider.read({ headers: request.headers, body: row.body })
    await recorder.record({ ...row, status: answer.status, claims })
    quota.rejectedRecorded(row.source)
    return tooLarge ? { ...answer, headers: { ...answer.headers, connection: 'close' } } : answer
  }

  function notFound(request: WebhookRequest, kind: RefusalKind, subject: string, message: string): WebhookAnswer {
    refusals.count(kind, subject, request.path, request.receivedAt)
    return refusal(new JejakError('not_found', `${message} Check the URL that is set with the provider.`))
  }

  return {
    async handle(request) {
      if (underWay >= MAX_UNDER_WAY)
        return unrecorded(new JejakError('not_recorded', 'Too much is under way. Send it again.'))
      underWay += 1
      try {
        return await receive(request)
      } catch (error) {
        return unrecorded(error)
      } finally {
        underWay -= 1
      }
    },
    async close() {
      await recorder.drain()
      await quota.drain()
      await refusals.drain()
      await wake.drain()
      await Promise.all([writer.close(), clerk.close()])
    },
  }
}

function unrecorded(error: unknown): WebhookAnswer {
  const known =
    error instanceof JejakError
      ? error
      : new JejakError('not_recorded', 'The delivery could not be recorded. Send it again.', { cause: error })
  if (known.code === 'invalid_request') return refusal(known)
  logError(`ingest answered ${known.code}`, known)
  return refusal(known, { 'retry-after': '5' })
}

let shared: Ingest | undefined

/** The process's ingestion, over DATABASE_URL and JEJAK_SECRET. */
export function ingest(): Ingest {
  shared ??= createIngest({ databaseUrl: databaseUrl(), vault: vault(), webhookSecret: env().webhookSecret })
  return shared
}

/** Records what is under way and closes; without effect where nothing was ever received. */
export async function closeIngest(): Promise<void> {
  await shared?.close()
  shared = undefined
}
