import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { env } from '@/lib/env'
import { networks } from './address'
import { assertAllowed, guardedLookup, type Resolve, resolveBySystem } from './lookup'
import { inWords, TimeoutError } from './network-error'
import { type ReceivedResponse, receive } from './receive'

export interface OutgoingRequest {
  url: string
  headers: readonly (readonly [name: string, value: string])[]
  body: Uint8Array
  /** For the whole exchange, looking up the name and reading the answer included. */
  timeoutMs: number
  signal: AbortSignal
}

/** `error` where the exchange did not come to its end; what came before that is in `response`. */
export interface Answer {
  response: ReceivedResponse | null
  error: Error | null
  durationMs: number
}

export interface Sender {
  /** Sends a POST and follows no redirect. Never throws. */
  send(request: OutgoingRequest): Promise<Answer>
  /** Ends the connections that are kept for further requests. */
  close(): void
}

/** A connection that is not used is ended before the other side, at five seconds as a rule, ends it under our hands. */
const KEEP_IDLE_MS = 4_000

export interface SenderOptions {
  /** Addresses and ranges that may be sent to although they are not public. */
  allow: readonly string[]
  resolve?: Resolve
  /** Trusted in place of the well-known authorities, in PEM. */
  ca?: string
}

/** A sender to public addresses, and to those of `allow`. Its connections are its own: each was made to a checked address. */
export function createSender({ allow, resolve = resolveBySystem, ca }: SenderOptions): Sender {
  const allowed = networks(allow)
  const options = { lookup: guardedLookup(allowed, resolve), ...(ca ? { ca } : {}) }
  const kept = agents({ ...options, keepAlive: true, timeout: KEEP_IDLE_MS })
  const fresh = agents(options)

  async function exchangeTwice(request: OutgoingRequest, url: URL, stop: AbortSignal) {
    const first = await exchange(request, url, kept, stop)
    return first.isStale && !stop.aborted ? exchange(request, url, fresh, stop) : first
  }

  return {
    async send(request) {
      const started = performance.now()
      const stop = new AbortController()
      const giveUp = () => stop.abort(request.signal.reason)
      const words = `The destination did not answer within ${request.timeoutMs} ms (timed out).`
      const timer = setTimeout(() => stop.abort(new TimeoutError(words)), request.timeoutMs)
      request.signal.addEventListener('abort', giveUp, { once: true })
      if (request.signal.aborted) giveUp()
      const { response, error } = await attempt(async () => {
        const url = new URL(request.url)
        const host = url.hostname.replace(/^\[|\]$/g, '')
        if (isIP(host) !== 0) assertAllowed(host, allowed)
        return exchangeTwice(request, url, stop.signal)
      })
      clearTimeout(timer)
      request.signal.removeEventListener('abort', giveUp)
      const durationMs = Math.round(performance.now() - started)
      return { response, error: error && inWords(error, request.url), durationMs }
    },
    close() {
      for (const agent of [kept.http, kept.https, fresh.http, fresh.https]) agent.destroy()
    },
  }
}

let shared: Sender | undefined

/** The process's sender, which allows what JEJAK_FORWARD_ALLOW says. */
export function sharedSender(): Sender {
  shared ??= createSender({ allow: env().JEJAK_FORWARD_ALLOW })
  return shared
}

interface Agents {
  http: http.Agent
  https: https.Agent
}

function agents(options: https.AgentOptions): Agents {
  return { http: new http.Agent(options), https: new https.Agent(options) }
}

interface Exchanged {
  response: ReceivedResponse | null
  error: Error | null
  /** The other side had ended the kept connection before it saw this request: it is safe to send it again. */
  isStale: boolean
}

async function attempt(run: () => Promise<Exchanged>): Promise<Exchanged> {
  try {
    return await run()
  } catch (error) {
    return { response: null, error: asError(error), isStale: false }
  }
}

function exchange(request: OutgoingRequest, url: URL, by: Agents, stop: AbortSignal): Promise<Exchanged> {
  return new Promise((resolve) => {
    stop.throwIfAborted()
    let current: (() => ReceivedResponse) | undefined
    let isSettled = false
    const sent = start(request, url, by)
    const settle = (error: Error | null) => {
      if (isSettled) return
      isSettled = true
      stop.removeEventListener('abort', onStop)
      const response = current?.() ?? null
      const isStale = !response && sent.reusedSocket && !stop.aborted && isClosed(error)
      resolve({ response, error, isStale })
      if (error || response?.truncated || !sent.writableFinished) sent.destroy()
    }
    const onStop = () => settle(asError(stop.reason))
    stop.addEventListener('abort', onStop, { once: true })
    sent.on('error', settle)
    sent.on('close', () => settle(closedEarly()))
    sent.on('response', (incoming) => {
      current = receive(incoming, settle)
    })
    sent.end(request.body)
  })
}

/** Throws, before anything is connected, where a header cannot be sent. */
function start({ headers: pairs, body }: OutgoingRequest, url: URL, by: Agents): http.ClientRequest {
  const values = new Map([['content-length', [String(body.byteLength)]]])
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value])
  const options = { method: 'POST', headers: Object.fromEntries(values) }
  return url.protocol === 'https:'
    ? https.request(url, { ...options, agent: by.https })
    : http.request(url, { ...options, agent: by.http })
}

function isClosed(error: Error | null): boolean {
  return error !== null && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(`The attempt was given up: ${String(reason)}.`)
}

function closedEarly(): Error {
  return Object.assign(new Error('closed before the end'), { code: 'ECONNRESET' })
}
