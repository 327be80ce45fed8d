import type { HeaderList } from '@/lib/providers/provider'

/** A request to an ingestion route, however it reached us. */
export interface WebhookRequest {
  method: string
  /** The request target as sent, with its query. */
  path: string
  providerId: string
  /** `default` where the path names no source. */
  slug: string
  headers: HeaderList
  remoteAddress: string | null
  receivedAt: Date
  /** Reads the body, keeping at most `keepBytes` of it once it has grown past `limitBytes`. Called at most once. */
  readBody(limitBytes: number, keepBytes: number): Promise<ReceivedBody>
}

export interface ReceivedBody {
  /** What is kept: everything, or the head of a body over the limit. */
  bytes: Uint8Array
  /** The size as sent, or as far as it was read; Content-Length where that is larger. */
  size: number
  overLimit: boolean
}

export interface WebhookAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

const PATH = /^\/api\/webhooks(?:\/([^/?#]*))?(?:\/([^/?#]*))?\/?(?:\?|$)/

/** Whether this request target belongs to ingestion, and whom it names. Null where it does not. */
export function parseWebhookPath(target: string): { providerId: string; slug: string } | null {
  // A forward proxy sends the whole URL.
  const path = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/]*/i, '')
  if (!path.startsWith('/api/webhooks')) return null
  const match = PATH.exec(path)
  if (!match) return path.startsWith('/api/webhooks/') ? { providerId: '', slug: '' } : null
  return { providerId: match[1] ?? '', slug: match[2] || 'default' }
}
