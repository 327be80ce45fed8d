import {
  Activity,
  CircleX,
  Gauge,
  type LucideIcon,
  Radio,
  RotateCcw,
  Settings,
  ShieldX,
  SquareFunction,
  Waypoints,
} from 'lucide-react'
import type { Role } from '@/lib/auth/schemas'
import { eventsHref } from '@/lib/events/events-href'
import type { Messages } from '@/lib/i18n/messages'
import { KINDS, type Kind } from '@/lib/timeline/kinds'
import { KIND_ICONS } from './kind-icons'

export type PlaceName = keyof Messages['shell']['places']

export interface Place {
  href: string
  /** Its words: a key of `shell.places`, or a kind of entity. */
  name: PlaceName | Kind
  icon: LucideIcon
  /** After `g`. */
  key: string
  /** Places of one group stand together. */
  group: 'look' | 'follow' | 'set up'
  /** Stands under "More" of its group. */
  isFurther?: true
  role?: Role
}

/** Where a person can go, in the order of the sidebar. */
export const PLACES: readonly Place[] = [
  { href: '/overview', name: 'overview', icon: Gauge, key: 'v', group: 'look' },
  { href: '/events', name: 'events', icon: Activity, key: 'e', group: 'look' },
  { href: '/failures', name: 'failures', icon: CircleX, key: 'f', group: 'look' },
  { href: eventsHref('verdict:rejected'), name: 'rejected', icon: ShieldX, key: 'x', group: 'look' },
  { href: '/replays', name: 'replays', icon: RotateCcw, key: 'r', group: 'look' },
  placeOf('order', 'o'),
  placeOf('customer', 'c'),
  placeOf('shipment', 'p'),
  { ...placeOf('product', 'i'), isFurther: true },
  { ...placeOf('purchase', 'u'), isFurther: true },
  { ...placeOf('transfer', 't'), isFurther: true },
  { ...placeOf('adjustment', 'a'), isFurther: true },
  { href: '/handlers', name: 'handlers', icon: SquareFunction, key: 'h', group: 'set up' },
  { href: '/destinations', name: 'destinations', icon: Waypoints, key: 'd', group: 'set up' },
  { href: '/sources', name: 'sources', icon: Radio, key: 's', group: 'set up' },
  { href: '/settings', name: 'settings', icon: Settings, key: ',', group: 'set up', role: 'admin' },
]

function placeOf(kind: Kind, key: string): Place {
  return { href: `/${KINDS[kind].path}`, name: kind, icon: KIND_ICONS[kind], key, group: 'follow' }
}
