import { db, type PrismaClient } from '@/lib/db/client'
import type { Kind } from '../kinds'
import type { EntityDetail } from '../schemas'
import { fieldsOf, type State } from '../state'
import { tellStory } from '../story'
import { heardLifecycles } from '../told-types'
import { decisionsOn } from './decisions'
import { toEntityItem } from './entity-row'
import { identifiersOf } from './identifiers'
import { firstMentions, latestMentions } from './mentions'
import { namingsOf } from './namings'
import { rejectedOf } from './rejected'
import { findingsOf } from './rejected-findings'
import { byImportance, tiedTo } from './related'
import { remaindersOf } from './remainders'
import { resolveEntity } from './resolve'
import { readSettings } from './settings'
import { sharedWith } from './shared-with'
import { withTelling } from './with-telling'

const NAMINGS = 500
const MENTIONS = 2000
const RELATED = 50
const REJECTED = 50

/**
 * All that is known of a thing, by its id or any identifier. Its findings and expected steps are told by its latest 2,000
 * mentions. Throws `not_found`.
 */
export async function getEntity(
  kind: Kind,
  idOrIdentifier: string,
  client: PrismaClient = db(),
  now = new Date(),
): Promise<EntityDetail> {
  const entity = await resolveEntity(kind, idOrIdentifier, client)
  const namings = await namingsOf([entity.id], NAMINGS, client)
  const [namingIds, names] = [namings.map(({ id }) => id), [...new Set(namings.flatMap((naming) => naming.names))]]
  const [mentions, first, shared, decisions, tied, claimed] = await Promise.all([
    latestMentions(namingIds, MENTIONS, client),
    firstMentions(namingIds, client),
    sharedWith(entity, names, client),
    decisionsOn(entity, names, client),
    tiedTo(entity.id, namingIds, client),
    rejectedOf(namings, client),
  ])
  const remainders = kind === 'order' ? await remaindersOf(entity, { namings, mentions }, client) : []
  const related = [...remainders, ...tied.sort(byImportance)]
  const settings = readSettings(entity.settings)
  const story = tellStory({
    kind,
    mentions: mentions.length < MENTIONS ? mentions : await withTelling(mentions, namingIds, client),
    lifecycles: heardLifecycles(kind, entity.toldTypes),
    settings,
    now: now.getTime(),
  })
  const rejected = (claimed.get(entity.id) ?? []).slice(0, REJECTED)
  const findings = [...story.findings, ...findingsOf(rejected)]
  return {
    ...toEntityItem(entity, []),
    ...(mentions.length === entity.mentions
      ? { eventCount: new Set(mentions.map(({ eventId }) => eventId)).size }
      : {}),
    store: { id: entity.storeId, name: entity.storeName },
    // Written by the joining of events, from the same functions.
    fields: fieldsOf(entity.fields as State),
    identifiers: identifiersOf({ namings, first, mentions, sharedWith: shared, decisions }),
    related: related.slice(0, RELATED),
    relatedMore: Math.max(0, related.length - RELATED),
    ...{ findings, expected: story.ghosts, decisions, rejected },
  }
}
