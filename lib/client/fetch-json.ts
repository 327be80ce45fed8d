import { networkWords } from './network-words'

/** An answer of our API that is not a success. Its message is the problem's `detail`, fit to be shown. */
export class ApiProblem extends Error {
  readonly status: number
  /** Messages by the name of the field or parameter at fault. */
  readonly fields: Readonly<Record<string, string>>

  constructor(status: number, detail: string, fields: Record<string, string> = {}) {
    super(detail)
    this.name = 'ApiProblem'
    this.status = status
    this.fields = fields
  }
}

/**
 * The JSON that `path` of our own API answers, `undefined` for an empty answer. `send` is posted as JSON.
 * Throws ApiProblem where the answer is not a success or the server cannot be reached (status 0).
 */
export async function fetchJson<T>(
  path: string,
  options: { method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'; send?: unknown; signal?: AbortSignal } = {},
): Promise<T> {
  const response = await reach(path, {
    method: options.method ?? (options.send === undefined ? 'GET' : 'POST'),
    signal: options.signal,
    headers: options.send === undefined ? undefined : { 'content-type': 'application/json' },
    body: options.send === undefined ? undefined : JSON.stringify(options.send),
  })
  const text = await response.text()
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as T
  throw asProblem(response.status, text)
}

/** The bytes that `path` of our own API answers. Throws as `fetchJson` does. */
export async function fetchBytes(path: string, signal?: AbortSignal): Promise<Uint8Array> {
  const response = await reach(path, { signal })
  if (!response.ok) throw asProblem(response.status, await response.text())
  return new Uint8Array(await response.arrayBuffer())
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiProblem(0, networkWords('network.unreachable'))
  }
}

function asProblem(status: number, text: string): ApiProblem {
  const body = parse(text)
  const detail =
    typeof body.detail === 'string' ? body.detail : networkWords('network.answered').replace('{status}', String(status))
  return new ApiProblem(status, detail, fieldMessages(body.errors))
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** What is wrong by parameter: of one with several faults all of them. */
function fieldMessages(errors: unknown): Record<string, string> {
  const messages = new Map<string, string>()
  for (const { parameter, message } of Array.isArray(errors) ? errors : []) {
    const before = messages.get(parameter)
    messages.set(parameter, before === undefined ? message : `${before}. ${message}`)
  }
  return Object.fromEntries(messages)
}
