'use client'

import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { Switch } from '@/components/ui/switch'
import { updateDestination } from '@/lib/destinations/mutations'
import type { DestinationItem } from '@/lib/destinations/schemas'
import { useDestinationChange } from './use-destination-change'

/** Switches a destination on and off; shown at once. */
export function EnabledSwitch({ destination }: { destination: DestinationItem }) {
  const t = useTranslations('destinations.enabled')
  const { name } = destination
  const { why } = usePermission('operator')
  const change = useDestinationChange(
    (enabled: boolean) => updateDestination(destination.id, { enabled }),
    destination.enabled ? t('isOff', { name }) : t('isOn', { name }),
  )
  const isOn = change.isPending ? change.variables : destination.enabled
  return (
    <span title={why} className="inline-flex items-center gap-2">
      <Switch
        aria-label={t('label', { name })}
        checked={isOn}
        disabled={why !== undefined || change.isPending}
        onCheckedChange={(enabled) => change.mutate(enabled)}
      />
      <span className="min-w-6 text-ink-2 text-xs">{t(isOn ? 'on' : 'off')}</span>
    </span>
  )
}
