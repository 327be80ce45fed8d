'use client'

import { Segmented } from '@/components/ui/segmented'
import { useZone } from './zone'

const OPTIONS = [
  { value: 'local', label: 'Local' },
  { value: 'utc', label: 'UTC' },
  { value: 'wib', label: 'WIB' },
] as const

export function ZoneSwitch({ className }: { className?: string }) {
  const [zone, setZone] = useZone()
  return <Segmented label="Time zone" value={zone} options={OPTIONS} onChange={setZone} className={className} />
}
