'use client'

import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { updateSource } from '@/lib/sources/mutations'
import type { SourceItem } from '@/lib/sources/schemas'
import { Section } from './section'
import { useSourceChange } from './use-source-change'

export function StateSection({ source }: { source: SourceItem }) {
  const t = useTranslations('sources.enabled')
  const { allowed, why } = usePermission('admin')
  const change = useSourceChange(
    (enabled: boolean) => updateSource(source.id, { enabled }),
    t(source.enabled ? 'isDisabled' : 'isEnabled'),
  )
  const verb = t(source.enabled ? 'disable' : 'enable')
  return (
    <Section title={t(source.enabled ? 'enabled' : 'disabled')}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border px-4 py-3">
        <p className="min-w-0 flex-1 basis-60 text-ink-2">{source.enabled ? t('leadEnabled') : t('leadDisabled')}</p>
        {allowed ? (
          <ConfirmDialog
            title={t(source.enabled ? 'askDisable' : 'askEnable', { name: source.name })}
            description={source.enabled ? t('whatDisable') : t('whatEnable')}
            confirm={t(source.enabled ? 'confirmDisable' : 'confirmEnable')}
            danger={source.enabled}
            onConfirm={() => change.mutate(!source.enabled)}
          >
            <Button variant={source.enabled ? 'danger' : 'primary'}>{verb}</Button>
          </ConfirmDialog>
        ) : (
          <Button variant={source.enabled ? 'danger' : 'primary'} aria-disabled title={why}>
            {verb}
          </Button>
        )}
      </div>
    </Section>
  )
}
