'use client'

import { useTranslations } from 'use-intl'
import { Segmented } from '@/components/ui/segmented'
import { ZONES } from '@/lib/events/format'
import { useZone } from './zone'

export function ZoneSwitch({ className }: { className?: string }) {
  const t = useTranslations('time.zones')
  const [zone, setZone] = useZone()
  const options = ZONES.map((value) => ({ value, label: t(value) }))
  return <Segmented label={t('label')} value={zone} options={options} onChange={setZone} className={className} />
}
