'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { usePermission } from '@/components/shell/viewer-context'
import { Button, buttonStyle } from '@/components/ui/button'
import { createDestination } from '@/lib/destinations/mutations'
import { destinationsOptions } from '@/lib/destinations/query-options'
import type { DestinationWithSecret } from '@/lib/destinations/schemas'
import { handlersOptions } from '@/lib/runs/query-options'
import { DestinationForm } from './destination-form'
import { type Draft, fromDraft, NEW_DRAFT } from './draft'
import { SecretOnce } from './secret-once'
import { TestSection } from './test-section'

export function NewDestinationPage() {
  const client = useQueryClient()
  const { why } = usePermission('operator')
  const [draft, setDraft] = useState<Draft>(NEW_DRAFT)
  const create = useMutation({
    mutationFn: () => createDestination({ ...fromDraft(draft), enabled: true }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: destinationsOptions().queryKey }),
        client.invalidateQueries({ queryKey: handlersOptions().queryKey }),
      ]),
  })
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <div className="mx-auto max-w-3xl px-3 pt-2.5 pb-12 md:px-6">
        <Link
          href="/destinations"
          className="-ml-1 inline-flex items-center gap-1 rounded px-1 text-ink-2 text-xs hover:text-ink"
        >
          <ArrowLeft className="size-3.5" aria-hidden /> Destinations
        </Link>
        {create.data ? (
          <Ready destination={create.data} />
        ) : (
          <>
            <h1 className="mt-1.5 font-semibold text-lg tracking-tight">New destination</h1>
            <p className="mt-0.5 mb-4 text-ink-2">Events that are received from now on are forwarded to it.</p>
            <DestinationForm
              draft={draft}
              onChange={(part) => setDraft({ ...draft, ...part })}
              error={create.error}
              why={why}
              onSubmit={() => create.mutate()}
            >
              <Link href="/destinations" className={buttonStyle({ variant: 'secondary' })}>
                Cancel
              </Link>
              <Button type="submit" variant="primary" disabled={why !== undefined || create.isPending} title={why}>
                Create the destination
              </Button>
            </DestinationForm>
          </>
        )}
      </div>
    </div>
  )
}

function Ready({ destination }: { destination: DestinationWithSecret }) {
  return (
    <>
      <h1 className="mt-1.5 font-semibold text-lg tracking-tight">{destination.name} is ready</h1>
      <p className="mt-0.5 mb-4 text-ink-2">Events that are received from now on are forwarded to it.</p>
      <SecretOnce secret={destination.secret} />
      <TestSection destination={destination} />
      <div className="mt-7 flex justify-end">
        <Link href={`/destinations/${destination.id}`} className={buttonStyle({ variant: 'primary' })}>
          Done, I have copied the secret
        </Link>
      </div>
    </>
  )
}
