import { Client } from 'pg'

interface Size {
  name: string
  bytes: string
}

/** Prints what finding takes on disk, for each event: the content, its indexes, and what estimates are made of. */
export async function reportSizes(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows: counted } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM event')
    const events = counted[0]?.count ?? 0
    const { rows } = await client.query<Size>(`
      SELECT c.relname AS name, pg_relation_size(c.oid) + coalesce(pg_relation_size(nullif(c.reltoastrelid, 0)), 0) AS bytes
      FROM pg_class c WHERE c.relname IN ('search_entry', 'event_sample_16_idx', 'event_sample_256_idx')
        OR c.oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = 'search_entry'::regclass)
      ORDER BY bytes DESC`)
    console.log('\nOn disk')
    for (const { name, bytes } of rows) {
      const mib = (Number(bytes) / 1024 ** 2).toFixed(0)
      console.log(
        `  ${name.padEnd(28)}${mib.padStart(6)} MiB${(Number(bytes) / events).toFixed(0).padStart(7)} bytes an event`,
      )
    }
  } finally {
    await client.end()
  }
}
