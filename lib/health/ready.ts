import { Pool } from 'pg'
import { env } from '@/lib/env'
import { JejakError, problem } from '@/lib/errors'

const TIMEOUT_MS = 2_000
const HEADERS = { 'cache-control': 'no-store' }

/** 200 where the database answers within two seconds, otherwise 503 with a problem document. Never throws. */
export async function ready(): Promise<Response> {
  // However many ask at once, the database is asked once.
  asking ??= askDatabase().finally(() => {
    asking = undefined
  })
  if (await asking) return Response.json({ status: 'ready' }, { headers: HEADERS })
  const document = problem(
    new JejakError('database_unreachable', 'The database did not answer within 2 seconds. See the server log.'),
  )
  return Response.json(document, {
    status: document.status,
    headers: { ...HEADERS, 'content-type': 'application/problem+json', 'retry-after': '5' },
  })
}

let asking: Promise<boolean> | undefined
let pool: Pool | undefined

async function askDatabase(): Promise<boolean> {
  try {
    pool ??= openPool()
    await pool.query('select 1')
    return true
  } catch {
    return false
  }
}

function openPool(): Pool {
  const opened = new Pool({
    connectionString: env().DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    application_name: 'jejak ready',
  })
  // An idle connection that breaks is no news: the next question opens another.
  opened.on('error', () => undefined)
  return opened
}
