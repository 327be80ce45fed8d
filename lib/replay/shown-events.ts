import type { PrismaClient } from '@/lib/db/client'
import { printTerms } from '@/lib/search/language/print'
import { type FieldTerm, MAX_QUERY_LENGTH, MAX_TERMS, type Term } from '@/lib/search/language/term'
import type { ReplayDetail, ReplayItem } from './schemas'

/** So many ids fit into one query. */
const EVENTS_AT_MOST = 50
/** In more runs than this there are more events, or nearly always. */
const RUNS_AT_MOST = 1_000

/**
 * The query that lists the events of a replay: by their ids where there are at most 50, else by what was asked for. Null where
 * no query can say it. `terms`: its filter; `failures`: what that asks for by group.
 */
export async function readShownEvents(
  replay: ReplayItem,
  terms: readonly Term[],
  failures: ReplayDetail['askedFailures'],
  client: PrismaClient,
): Promise<ReplayDetail['events']> {
  const ids = replay.total > RUNS_AT_MOST ? null : await readFewIds(replay.id, client)
  if (ids) return { q: printTerms([field('id', 'is', ids)]), isExact: true }
  if (!replay.filter) return null
  const asked = lastingTerms(replay, terms, failures)
  const q = printTerms(asked)
  return asked.length > MAX_TERMS || q.length > MAX_QUERY_LENGTH ? null : { q, isExact: false }
}

async function readFewIds(replayId: string, client: PrismaClient): Promise<string[] | null> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r.event_id AS id FROM replay_item i JOIN run r ON r.id = i.run_id
    WHERE i.replay_id = ${replayId}::uuid ORDER BY id LIMIT ${EVENTS_AT_MOST + 1}`
  return rows.length === 0 || rows.length > EVENTS_AT_MOST ? null : rows.map(({ id }) => id)
}

/**
 * What still is as it was when the replay was ordered: how runs stood and what they failed with is changed by the replay
 * itself, so only where they went is asked for. What came later cannot be of it.
 */
export function lastingTerms(
  { handlers, createdAt }: Pick<ReplayItem, 'handlers' | 'createdAt'>,
  terms: readonly Term[],
  failures: ReplayDetail['askedFailures'],
): Term[] {
  const kept = terms.filter((term) => term.kind !== 'field' || (term.key !== 'status' && term.key !== 'failure'))
  const isAsked = kept.some((term) => term.kind === 'field' && term.key === 'handler' && !term.not)
  const targets = handlers ?? (isAsked ? [] : targetsOf(terms, failures))
  return [
    ...kept,
    ...(targets.length > 0 ? [field('handler', 'is', targets)] : []),
    field('received', 'lte', [createdAt]),
  ]
}

/** Where the runs of the groups went; none unless each group is known. */
function targetsOf(terms: readonly Term[], failures: ReplayDetail['askedFailures']): string[] {
  const groups = terms.flatMap((term) =>
    term.kind === 'field' && term.key === 'failure' && !term.not ? term.values : [],
  )
  const targets = groups.map((group) => failures.find(({ id }) => id === group)?.target)
  const known = targets.filter((target) => target !== undefined)
  return known.length < targets.length ? [] : [...new Set(known)]
}

function field(key: FieldTerm['key'], op: FieldTerm['op'], values: readonly string[]): FieldTerm {
  return { kind: 'field', not: false, key, op, values: [...values] }
}
