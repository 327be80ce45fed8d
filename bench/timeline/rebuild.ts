import { connect } from '@/lib/db/client'
import { orderRebuild } from '@/lib/timeline/rebuild/order'
import { query } from '../database'
import type { Prepared } from './prepare'
import { measureWork, type WorkFigures } from './work'

const LEFT_SQL = `SELECT CASE status WHEN 'running' THEN greatest(1, total - done) ELSE 0 END AS left
  FROM rebuild ORDER BY id DESC LIMIT 1`

/** Orders a rebuild and lets one worker do it: every event is read again, and says what it said before. */
export async function measureRebuild({ url, events }: Prepared): Promise<WorkFigures> {
  await query(url, `DELETE FROM rebuild WHERE status = 'running'`)
  const client = connect(url)
  await orderRebuild('system', client)
  await client.$disconnect()
  const figures = await measureWork(url, events, LEFT_SQL)
  await query(url, 'VACUUM ANALYZE', 'CHECKPOINT')
  return figures
}
