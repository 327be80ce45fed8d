'use client'

import { KeyRound } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { Section } from '@/components/sources/section'
import { ActionButton } from '@/components/ui/action-button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { renewDestinationSecret } from '@/lib/destinations/mutations'
import type { DestinationItem } from '@/lib/destinations/schemas'
import { SecretOnce } from './secret-once'
import { useDestinationChange } from './use-destination-change'

export function SecretSection({ destination }: { destination: DestinationItem }) {
  const t = useTranslations('destinations.secret')
  const { why } = usePermission('operator')
  const renew = useDestinationChange(() => renewDestinationSecret(destination.id), null)
  const button = (
    <ActionButton size="sm" why={why}>
      {t('renew')}
    </ActionButton>
  )
  return (
    <Section title={t('title')} note={t('note')}>
      {renew.data ? (
        <SecretOnce secret={renew.data.secret} />
      ) : (
        <div className="flex items-center gap-3 rounded-lg border px-3.5 py-2.5">
          <KeyRound className="size-3.5 text-ink-3" aria-hidden />
          <span className="flex-1 font-mono text-xs">••••{destination.secretHint}</span>
          {why ? (
            button
          ) : (
            <ConfirmDialog
              title={t('ask', { name: destination.name })}
              description={t('description')}
              confirm={t('confirm')}
              danger
              onConfirm={() => renew.mutate(undefined)}
            >
              {button}
            </ConfirmDialog>
          )}
        </div>
      )}
    </Section>
  )
}
