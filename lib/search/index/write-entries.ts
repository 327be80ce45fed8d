import type { PoolClient } from 'pg'
import { textArray, uuidArray } from '@/lib/ingest/binary-array'
import { logError } from '@/lib/log'
import { togetherOrAlone } from '@/lib/worker/together-or-alone'
import { contentOf } from '../content'
import { type ItemToIndex, loadItems } from './load-items'

/** Items whose content is in memory at once. */
const AT_ONCE = 50

/** What is the same as before is not written. */
const WRITE_SQL = `
  INSERT INTO search_entry (id, text, doc)
  SELECT g.id, g.text, g.doc FROM unnest($1::uuid[], $2::text[], $3::text[]) WITH ORDINALITY AS t(id, text, json, place),
    LATERAL (SELECT t.id, t.text, t.json::jsonb AS doc) g
  WHERE NOT EXISTS (
    SELECT FROM search_entry c WHERE c.id = g.id AND c.text = g.text AND c.doc IS NOT DISTINCT FROM g.doc)
  ORDER BY t.place
  ON CONFLICT (id) DO UPDATE SET text = excluded.text, doc = excluded.doc`

/**
 * Writes the entries of events and rejected deliveries, in the caller's transaction, those with the newest ids last. One whose
 * content cannot be stored gets an entry of its ids alone. Throws where the database is at fault.
 */
export async function writeEntries(client: PoolClient, ids: readonly string[]): Promise<void> {
  const tell = ({ id }: ItemToIndex, cause: unknown) =>
    logError(
      'the content of an event or rejected delivery',
      new Error(`it can be found by its ids only: ${id}`, { cause }),
    )
  const ordered = [...ids].sort()
  for (let from = 0; from < ordered.length; from += AT_ONCE) {
    await togetherOrAlone(
      client,
      await loadItems(client, ordered.slice(from, from + AT_ONCE)),
      (items) => write(client, items),
      async (item, error) => {
        tell(item, error)
        await togetherOrAlone(client, [{ ...item, body: new Uint8Array() }], (bare) => write(client, bare), tell)
      },
    )
  }
}

async function write(client: PoolClient, items: readonly ItemToIndex[]): Promise<void> {
  const contents = items.map(({ body, names }) => contentOf(body, names))
  await client.query({
    name: 'write search entries',
    text: WRITE_SQL,
    values: [
      uuidArray(items.map(({ id }) => id)),
      textArray(contents.map(({ text }) => text)),
      textArray(contents.map(({ doc }) => doc)),
    ],
  })
}
