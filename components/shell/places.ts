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
import { KINDS, type Kind } from '@/lib/timeline/kinds'
import { KIND_ICONS } from './kind-icons'

export interface Place {
  href: string
  label: string
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
  { href: '/overview', label: 'Overview', icon: Gauge, key: 'v', group: 'look' },
  { href: '/events', label: 'Events', icon: Activity, key: 'e', group: 'look' },
  { href: '/failures', label: 'Failures', icon: CircleX, key: 'f', group: 'look' },
  { href: '/events?verdict=rejected', label: 'Rejected', icon: ShieldX, key: 'x', group: 'look' },
  { href: '/replays', label: 'Replays', icon: RotateCcw, key: 'r', group: 'look' },
  placeOf('order', 'o'),
  placeOf('customer', 'c'),
  placeOf('shipment', 'p'),
  { ...placeOf('product', 'i'), isFurther: true },
  { ...placeOf('purchase', 'u'), isFurther: true },
  { ...placeOf('transfer', 't'), isFurther: true },
  { ...placeOf('adjustment', 'a'), isFurther: true },
  { href: '/handlers', label: 'Handlers', icon: SquareFunction, key: 'h', group: 'set up' },
  { href: '/destinations', label: 'Destinations', icon: Waypoints, key: 'd', group: 'set up' },
  { href: '/sources', label: 'Sources', icon: Radio, key: 's', group: 'set up' },
  { href: '/settings', label: 'Settings', icon: Settings, key: ',', group: 'set up', role: 'admin' },
]

function placeOf(kind: Kind, key: string): Place {
  const { path, title } = KINDS[kind]
  return { href: `/${path}`, label: title, icon: KIND_ICONS[kind], key, group: 'follow' }
}
