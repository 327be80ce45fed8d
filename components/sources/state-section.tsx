'use client'

import { usePermission } from '@/components/shell/viewer-context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { updateSource } from '@/lib/sources/mutations'
import type { SourceItem } from '@/lib/sources/schemas'
import { Section } from './section'
import { useSourceChange } from './use-source-change'

export function StateSection({ source }: { source: SourceItem }) {
  const { allowed, why } = usePermission('admin')
  const change = useSourceChange(
    (enabled: boolean) => updateSource(source.id, { enabled }),
    source.enabled ? 'The source is disabled.' : 'The source receives again.',
  )
  const verb = source.enabled ? 'Disable' : 'Enable'
  return (
    <Section title={source.enabled ? 'Enabled' : 'Disabled'}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border px-4 py-3">
        <p className="min-w-0 flex-1 basis-60 text-ink-2">
          {source.enabled
            ? 'Deliveries are received. A disabled source answers 404 and keeps nothing; what it received stays.'
            : 'Deliveries are answered 404, counted and not kept.'}
        </p>
        {allowed ? (
          <ConfirmDialog
            title={`${verb} ${source.name}?`}
            description={
              source.enabled
                ? 'The provider will get 404 for every delivery. Some suspend a webhook after a number of failures, and what they send meanwhile may be lost.'
                : 'Deliveries to its address are received again.'
            }
            confirm={`${verb} the source`}
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
