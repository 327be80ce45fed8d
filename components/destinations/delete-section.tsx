'use client'

import { useRouter } from 'next/navigation'
import { usePermission } from '@/components/shell/viewer-context'
import { Section } from '@/components/sources/section'
import { ActionButton } from '@/components/ui/action-button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { deleteDestination } from '@/lib/destinations/mutations'
import type { DestinationItem } from '@/lib/destinations/schemas'
import { useDestinationChange } from './use-destination-change'

export function DeleteSection({ destination }: { destination: DestinationItem }) {
  const router = useRouter()
  const { why } = usePermission('operator')
  const remove = useDestinationChange(() => deleteDestination(destination.id), `${destination.name} is deleted.`)
  const button = (
    <ActionButton variant="danger" why={why} aria-disabled={remove.isPending}>
      Delete
    </ActionButton>
  )
  return (
    <Section title="Delete">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border px-4 py-3">
        <p className="min-w-0 flex-1 basis-60 text-ink-2">
          Nothing is forwarded to it any more. What was sent to it stays in the events’ history.
        </p>
        {why ? (
          button
        ) : (
          <ConfirmDialog
            title={`Delete ${destination.name}?`}
            description="Its waiting runs are cancelled, and it cannot be brought back; a new one has a new secret."
            confirm="Delete the destination"
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
