'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { Section } from '@/components/sources/section'
import { ActionButton } from '@/components/ui/action-button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { deleteDestination } from '@/lib/destinations/mutations'
import type { DestinationItem } from '@/lib/destinations/schemas'
import { useDestinationChange } from './use-destination-change'

export function DeleteSection({ destination }: { destination: DestinationItem }) {
  const t = useTranslations('destinations.delete')
  const router = useRouter()
  const { why } = usePermission('operator')
  const remove = useDestinationChange(() => deleteDestination(destination.id), t('done', { name: destination.name }))
  const button = (
    <ActionButton variant="danger" why={why} aria-disabled={remove.isPending}>
      {t('title')}
    </ActionButton>
  )
  return (
    <Section title={t('title')}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border px-4 py-3">
        <p className="min-w-0 flex-1 basis-60 text-ink-2">{t('lead')}</p>
        {why ? (
          button
        ) : (
          <ConfirmDialog
            title={t('ask', { name: destination.name })}
            description={t('description')}
            confirm={t('confirm')}
            danger
            onConfirm={() => remove.mutate(undefined, { onSuccess: () => router.push('/destinations') })}
          >
            {button}
          </ConfirmDialog>
        )}
      </div>
    </Section>
  )
}
