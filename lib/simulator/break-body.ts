import type { Announcement } from '@/lib/providers/happening'
import type { Flaw } from './planned-delivery'
import type { Random } from './random'

export interface Broken {
  flaw: Flaw
  eventType: string
  body: string
  eventId?: string
}

/** A delivery such as a provider in trouble would send: its own event, by its own id, with one of four flaws. */
export function breakBody(announcement: Announcement, random: Random): Broken {
  const flaw = random.pick(['not_json', 'missing_fields', 'unknown_type', 'empty'] as const)
  // The id of the genuine event would make this its repeat.
  const ids = announcement.eventId === undefined ? {} : { eventId: `${announcement.eventId}x` }
  return { flaw, ...BREAK[flaw](announcement, random), ...ids }
}

type Breakage = (announcement: Announcement, random: Random) => { eventType: string; body: string }

const BREAK: Record<'not_json' | 'missing_fields' | 'unknown_type' | 'empty', Breakage> = {
  not_json: ({ eventType, body }, random) => ({ eventType, body: body.slice(0, random.int(1, body.length - 1)) }),
  missing_fields: ({ eventType, body }, random) => ({ eventType, body: withoutSome(body, random) }),
  unknown_type: ({ eventType, body }) => {
    const unknown = `${eventType}.v2`
    // Some providers name the type in the body as well.
    return { eventType: unknown, body: body.replace(`"${eventType}"`, `"${unknown}"`) }
  },
  empty: ({ eventType }) => ({ eventType, body: '' }),
}

/** Half of an object's members, the first among those that are missing. */
function withoutSome(body: string, random: Random): string {
  const members: [string, unknown][] = Object.entries(JSON.parse(body))
  return JSON.stringify(Object.fromEntries(members.filter((_, index) => index > 0 && random.chance(0.5))))
}
