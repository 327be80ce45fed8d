import type { Role } from '@/lib/auth/schemas'

export const ROLE_OPTIONS: readonly { value: Role; label: string; note: string }[] = [
  { value: 'viewer', label: 'Viewer', note: 'Sees everything, changes nothing.' },
  {
    value: 'operator',
    label: 'Operator',
    note: 'Also replays events, links and splits what they name, and sends samples.',
  },
  { value: 'admin', label: 'Admin', note: 'Also changes sources, secrets, people and the rules of timelines.' },
]
