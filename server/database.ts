import { Client } from 'pg'
import { type EmbeddedOptions, startEmbedded } from '@/lib/db/embedded/embedded'
import { JejakError } from '@/lib/errors'

export interface Database {
  url: string
  /** Stops it where it is the embedded one; a database of the user's own runs on. */
  stop(timeoutMs: number): Promise<void>
}

const OLDEST_VERSION = 15
const CONNECT_MS = 5_000

/** The user's own database where DATABASE_URL names one, otherwise the embedded one. Throws a JejakError for people. */
export async function openDatabase(databaseUrl: string | undefined, embedded: EmbeddedOptions): Promise<Database> {
  if (!databaseUrl) return startEmbedded(embedded)
  await checkDatabase(databaseUrl)
  return { url: databaseUrl, stop: async () => undefined }
}

async function checkDatabase(url: string) {
  let client: Client | undefined
  try {
    client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version")
    const major = Math.floor(Number(rows[0]?.version) / 10_000)
    if (major < OLDEST_VERSION) {
      throw new JejakError(
        'conflict',
        `The database in DATABASE_URL is PostgreSQL ${major}; Jejak needs ${OLDEST_VERSION} to 18.`,
      )
    }
  } catch (error) {
    throw error instanceof JejakError ? error : explain(error, url)
  } finally {
    await client?.end().catch(() => undefined)
  }
}

/** Says where the database was looked for, and never with which password. */
function explain(error: unknown, url: string): JejakError {
  const { host, user, database } = nameParts(url)
  const { code = '', message = '' } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  const sentences: Record<string, string> = {
    '28P01': `The database at ${host} refuses the user ${user} with the password in DATABASE_URL. Correct DATABASE_URL.`,
    '28000': `The database at ${host} does not admit the user ${user}: ${message}. Correct DATABASE_URL or pg_hba.conf.`,
    '3D000': `The server at ${host} has no database "${database}". Create it (createdb ${database}), or correct DATABASE_URL.`,
  }
  const reason = message || code || 'no answer'
  return new JejakError(
    'database_unreachable',
    sentences[code] ??
      `The database at ${host} cannot be reached (${reason}). Check DATABASE_URL and that the server runs.`,
    { cause: error },
  )
}

function nameParts(text: string) {
  try {
    const url = new URL(text)
    const host = url.searchParams.get('host') ?? `${url.hostname || 'localhost'}:${url.port || '5432'}`
    return { host, user: decodeURIComponent(url.username), database: url.pathname.slice(1) }
  } catch {
    return { host: 'the address in DATABASE_URL', user: 'given', database: 'given' }
  }
}
