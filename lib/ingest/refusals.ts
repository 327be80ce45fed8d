import type { Connection } from './connection'

const COUNT_SQL = `
INSERT INTO refusal AS r (key, count, last_path, last_at)
SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::timestamptz[])
ON CONFLICT (key) DO UPDATE SET count = r.count + excluded.count, last_path = excluded.last_path, last_at = excluded.last_at`

const FLUSH_AFTER_MS = 500

/** Why a request was answered 404 and not kept. */
export type RefusalKind = 'unknown_provider' | 'unknown_source' | 'source_disabled'

/** Counts requests that were answered 404. Senders cannot make rows: there is one a reason and source at most. */
export interface Refusals {
  count(kind: RefusalKind, subject: string, path: string, at: Date): void
  drain(): Promise<void>
}

/** Counts are gathered for half a second and written together; a crash may lose that much of them. */
export function createRefusals(connection: Connection): Refusals {
  let pending = new Map<string, { count: number; path: string; at: Date }>()
  let timer: NodeJS.Timeout | undefined
  let flushing: Promise<void> | undefined

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    // One at a time: while the database is away, what is counted meanwhile goes into the next.
    flushing ??= write().finally(() => {
      flushing = undefined
      if (pending.size > 0) schedule()
    })
    return flushing
  }

  async function write(): Promise<void> {
    const batch = [...pending].sort(([a], [b]) => (a < b ? -1 : 1))
    pending = new Map()
    if (batch.length === 0) return
    const values = [
      batch.map(([key]) => key),
      batch.map(([, entry]) => entry.count),
      batch.map(([, entry]) => entry.path),
      batch.map(([, entry]) => entry.at.toISOString()),
    ]
    // A number on a page is not worth a failing request.
    await connection.run((client) => client.query(COUNT_SQL, values)).catch(() => {})
  }

  function schedule(): void {
    timer ??= setTimeout(flush, FLUSH_AFTER_MS).unref()
  }

  return {
    count(kind, subject, path, at) {
      const key = subject ? `${kind}:${subject}` : kind
      const count = (pending.get(key)?.count ?? 0) + 1
      pending.set(key, { count, path: withoutQuery(path).slice(0, 300).toWellFormed().replaceAll('\u0000', ''), at })
      if (!flushing) schedule()
    },
    async drain() {
      await flushing
      await flush()
    },
  }
}

/** A query may hold a key. */
function withoutQuery(path: string): string {
  return path.split('?', 1)[0] ?? ''
}
