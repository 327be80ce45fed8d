'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
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
  const t = useTranslations('destinations.new')
  const list = useTranslations('destinations.page')
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
          <ArrowLeft className="size-3.5" aria-hidden /> {list('back')}
        </Link>
        {create.data ? (
          <Ready destination={create.data} />
        ) : (
          <>
            <h1 className="mt-1.5 font-semibold text-lg tracking-tight">{t('title')}</h1>
            <p className="mt-0.5 mb-4 text-ink-2">{t('lead')}</p>
            <DestinationForm
              draft={draft}
              onChange={(part) => setDraft({ ...draft, ...part })}
              error={create.error}
              why={why}
              onSubmit={() => create.mutate()}
            >
              <Link href="/destinations" className={buttonStyle({ variant: 'secondary' })}>
                {t('cancel')}
              </Link>
              <Button type="submit" variant="primary" disabled={why !== undefined || create.isPending} title={why}>
                {t('create')}
              </Button>
            </DestinationForm>
          </>
        )}
      </div>
    </div>
  )
}

function Ready({ destination }: { destination: DestinationWithSecret }) {
  const t = useTranslations('destinations.new')
  return (
    <>
      <h1 className="mt-1.5 font-semibold text-lg tracking-tight">{t('ready', { name: destination.name })}</h1>
      <p className="mt-0.5 mb-4 text-ink-2">{t('lead')}</p>
      <SecretOnce secret={destination.secret} />
      <TestSection destination={destination} />
      <div className="mt-7 flex justify-end">
        <Link href={`/destinations/${destination.id}`} className={buttonStyle({ variant: 'primary' })}>
          {t('done')}
        </Link>
      </div>
    </>
  )
}
