import {
  Activity,
  CircleX,
  type LucideIcon,
  Radio,
  RotateCcw,
  Settings,
  ShieldX,
  SquareFunction,
  Waypoints,
} from 'lucide-react'
import type { Role } from '@/lib/auth/schemas'

export interface Place {
  href: string
  label: string
  icon: LucideIcon
  /** After `g`. */
  key: string
  /** Places of one group stand together. */
  group: 'look' | 'set up'
  role?: Role
}

/** Where a person can go, in the order of the sidebar. */
export const PLACES: readonly Place[] = [
  { href: '/events', label: 'Events', icon: Activity, key: 'e', group: 'look' },
  { href: '/failures', label: 'Failures', icon: CircleX, key: 'f', group: 'look' },
  { href: '/events?verdict=rejected', label: 'Rejected', icon: ShieldX, key: 'x', group: 'look' },
  { href: '/replays', label: 'Replays', icon: RotateCcw, key: 'r', group: 'look' },
  { href: '/handlers', label: 'Handlers', icon: SquareFunction, key: 'h', group: 'set up' },
  { href: '/destinations', label: 'Destinations', icon: Waypoints, key: 'd', group: 'set up' },
  { href: '/sources', label: 'Sources', icon: Radio, key: 's', group: 'set up' },
  { href: '/settings', label: 'Settings', icon: Settings, key: ',', group: 'set up', role: 'admin' },
]
