import type { Client } from 'pg'
import { type Keys, type LoadedSource, loadSources } from '@/lib/sources/load'
import type { Connection } from './connection'

/** A refusal is only given on knowledge younger than this: a secret may have been set a moment ago. */
const FRESH_MS = 250

/** The sources and their secrets, in memory. */
export interface Directory {
  find(providerId: string, slug: string): Promise<LoadedSource | undefined>
  /** The same, read again first where what is known is not quite fresh: before anything is refused. */
  findFresh(providerId: string, slug: string): Promise<LoadedSource | undefined>
  /** To be run on every new connection: listens for changes and forgets what was known. */
  listen(client: Client): Promise<void>
}

export function createDirectory(connection: Connection, keys: Keys): Directory {
  let known: { sources: Map<string, LoadedSource>; at: number } | undefined
  let loading: Promise<void> | undefined

  function load(): Promise<void> {
    loading ??= (async () => {
      const at = Date.now()
      const sources = await connection.run((client) => loadSources(client, keys))
      known = { at, sources: new Map(sources.map((source) => [key(source.provider, source.slug), source])) }
    })().finally(() => {
      loading = undefined
    })
    return loading
  }

  return {
    async find(providerId, slug) {
      if (!known) await load()
      return known?.sources.get(key(providerId, slug))
    },
    async findFresh(providerId, slug) {
      if (!known || Date.now() - known.at > FRESH_MS) await load()
      return known?.sources.get(key(providerId, slug))
    },
    async listen(client) {
      const forget = () => {
        known = undefined
      }
      forget()
      client.on('notification', forget)
      client.on('end', forget)
      await client.query('LISTEN jejak_sources')
    },
  }
}

function key(providerId: string, slug: string): string {
  return `${providerId}/${slug}`
}
