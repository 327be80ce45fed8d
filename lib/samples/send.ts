import { randomBytes } from 'node:crypto'
import { recordAudit } from '@/lib/audit/record'
import type { Actor } from '@/lib/auth/actor'
import { db, type PrismaClient } from '@/lib/db/client'
import { type Env, env } from '@/lib/env'
import { JejakError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import type { Provider, Secret } from '@/lib/providers/provider'
import { findProvider, providers } from '@/lib/providers/registry'
import { unknownProvider } from '@/lib/sources/change'
import { sourcePath } from '@/lib/sources/list'
import { type LoadedSource, loadSources } from '@/lib/sources/load'
import { freshSample } from './fresh-sample'
import type { SendSamples, SentSample } from './schemas'

const SAMPLES_PER_PROVIDER = 5
const TIMEOUT_MS = 15_000

/**
 * Sends documented samples as a provider would: over HTTP, signed, to the source's own endpoint at `baseUrl`. Without
 * `source`, to the default source of each provider, or of the one named. Answers what the endpoint answered to each. Throws
 * `invalid_request` for a provider, source or event type that there is not, `internal` where the endpoint does not answer.
 */
export async function sendSamples(
  request: SendSamples,
  actor: Actor,
  baseUrl: string = ownUrl(env()),
  client: PrismaClient = db(),
): Promise<SentSample[]> {
  const sources = await loadSources({
    query: async (text) => ({ rows: await client.$queryRawUnsafe<unknown[]>(text) }),
  })
  const sent: SentSample[] = []
  for (const { source, provider } of receivers(request, sources)) {
    // Where no secret is set the verdict will say that nothing was checked, whatever the signature.
    const secret = source.secrets[0] ?? { id: 'none', value: randomBytes(24).toString('base64url') }
    for (const eventType of chooseEventTypes(provider, request.eventType)) {
      sent.push(await post(baseUrl + sourcePath(source.provider, source.slug), provider, eventType, secret))
    }
    const detail = { sent: sent.filter((sample) => sample.provider === provider.id).map((sample) => sample.eventType) }
    await recordAudit(client, { actor, action: 'samples.sent', target: `source:${source.id}`, detail })
  }
  return sent
}

function receivers(request: SendSamples, sources: LoadedSource[]): { source: LoadedSource; provider: Provider }[] {
  if (request.provider !== undefined && !findProvider(request.provider)) throw unknownProvider(request.provider)
  const wanted = sources.filter((source) => {
    const isNamed = request.source === undefined ? source.slug === 'default' : source.id === request.source
    return isNamed && (request.provider === undefined || source.provider === request.provider)
  })
  const found = providers.flatMap((provider) => {
    return wanted.filter((source) => source.provider === provider.id).map((source) => ({ source, provider }))
  })
  const able = found.filter(({ provider }) => !request.eventType || provider.eventTypes[request.eventType])
  if (able.length > 0) return able
  const [parameter, key] =
    found.length > 0 ? (['eventType', 'expected.sampleType'] as const) : (['source', 'expected.sampleSource'] as const)
  const message = say(key)
  throw new JejakError('invalid_request', say('sources.noSample', { parameter, expected: message }), {
    extra: { errors: [{ parameter, message }] },
  })
}

/** The one asked for; else the first few, those about orders before all others. */
function chooseEventTypes(provider: Provider, eventType: string | undefined): string[] {
  if (eventType !== undefined) return [eventType]
  const names = Object.keys(provider.eventTypes)
  const [orders, others] = [
    names.filter((name) => name.startsWith('order')),
    names.filter((name) => !name.startsWith('order')),
  ]
  return [...orders, ...others].slice(0, SAMPLES_PER_PROVIDER)
}

async function post(url: string, provider: Provider, eventType: string, secret: Secret): Promise<SentSample> {
  const { headers, body } = freshSample(provider, eventType, { secret, now: new Date() })
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', cache: 'no-store', signal })
    return { provider: provider.id, eventType, status: response.status, answer: parseAnswer(await response.text()) }
  } catch (cause) {
    throw new JejakError('internal', say('sources.sampleUnanswered', { url }), { cause })
  }
}

function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text.slice(0, 1000)
  }
}

/** Where this process serves, seen from itself. Never taken from a request, which could name any host. */
function ownUrl({ HOST, PORT }: Pick<Env, 'HOST' | 'PORT'>): string {
  const host = ['0.0.0.0', '::', '[::]'].includes(HOST) ? '127.0.0.1' : HOST
  return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${PORT}`
}
