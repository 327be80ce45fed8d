import type { LoadedSource } from '@/lib/sources/load'
import type { Connection } from './connection'

/** A flood, or a quota that was lowered, is trimmed in steps: each must end well within the statement timeout. */
const STEP_ROWS = 500

const TRIM_SQL = `
WITH gone AS (
  DELETE FROM delivery WHERE id IN (
    SELECT id FROM delivery WHERE event_id IS NULL AND source_id = $1 AND id <= (
      SELECT id FROM delivery WHERE event_id IS NULL AND source_id = $1 ORDER BY id DESC OFFSET $2 LIMIT 1
    ) ORDER BY id LIMIT ${STEP_ROWS}
  ) RETURNING id
), unfound AS (
  DELETE FROM search_entry c USING gone g WHERE c.id = g.id
)
UPDATE source SET rejected_dropped = rejected_dropped + (SELECT count(*) FROM gone)
WHERE id = $1 AND EXISTS (SELECT FROM gone)
RETURNING (SELECT count(*) FROM gone)::int AS gone`

/** Keeps the rejected deliveries of each source within its quota, oldest first out, and counts what went. */
export interface Quota {
  /** To be called after a rejected delivery was recorded. Never throws and is not waited for. */
  rejectedRecorded(source: LoadedSource): void
  drain(): Promise<void>
}

/** At most one trim a source runs at a time; those asked for meanwhile become one more after it. */
export function createQuota(connection: Connection): Quota {
  const running = new Map<string, Promise<void>>()
  const again = new Map<string, LoadedSource>()

  async function trim(source: LoadedSource): Promise<void> {
    try {
      const values = [source.id, source.rejectedKeep]
      const { rows } = await connection.run((client) =>
        client.query<{ gone: number }>({ name: 'trim', text: TRIM_SQL, values }),
      )
      if (rows[0]?.gone === STEP_ROWS) again.set(source.id, source)
    } catch {
      // The next rejected delivery asks for it again.
    }
    running.delete(source.id)
    const next = again.get(source.id)
    again.delete(source.id)
    if (next) start(next)
  }

  function start(source: LoadedSource): void {
    running.set(source.id, trim(source))
  }

  return {
    rejectedRecorded(source) {
      if (running.has(source.id)) again.set(source.id, source)
      else start(source)
    },
    async drain() {
      while (running.size > 0) await Promise.all(running.values())
    },
  }
}
