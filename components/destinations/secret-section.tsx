'use client'

import { KeyRound } from 'lucide-react'
import { usePermission } from '@/components/shell/viewer-context'
import { Section } from '@/components/sources/section'
import { ActionButton } from '@/components/ui/action-button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { renewDestinationSecret } from '@/lib/destinations/mutations'
import type { DestinationItem } from '@/lib/destinations/schemas'
import { SecretOnce } from './secret-once'
import { useDestinationChange } from './use-destination-change'

export function SecretSection({ destination }: { destination: DestinationItem }) {
  const { why } = usePermission('operator')
  const renew = useDestinationChange(() => renewDestinationSecret(destination.id), null)
  const button = (
    <ActionButton size="sm" why={why}>
      Renew
    </ActionButton>
  )
  return (
    <Section title="Signing secret" note="Whoever receives the events checks their signature with it.">
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
              title={`Renew the secret of ${destination.name}?`}
              description="The old one stops at once: until the receiver knows the new one, its checks of the signature fail, and those attempts with them."
              confirm="Renew the secret"
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
