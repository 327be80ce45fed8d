'use client'

import { useMutation } from '@tanstack/react-query'
import { CircleCheck, CircleX, Send } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { AttemptParts } from '@/components/runs/attempt-parts'
import { outcomeWords } from '@/components/runs/run-words'
import { usePermission } from '@/components/shell/viewer-context'
import { Section } from '@/components/sources/section'
import { ActionButton } from '@/components/ui/action-button'
import { Notice } from '@/components/ui/notice'
import { sendDestinationTest } from '@/lib/destinations/mutations'
import type { DestinationItem, TestSent } from '@/lib/destinations/schemas'
import { shortDurationWords } from '@/lib/i18n/durations'

/** Sends a signed test event and shows what came back. */
export function TestSection({ destination }: { destination: Pick<DestinationItem, 'id'> }) {
  const t = useTranslations('destinations.test')
  const { why } = usePermission('operator')
  const test = useMutation({ mutationFn: () => sendDestinationTest(destination.id) })
  return (
    <Section title={t('title')} note={t('note')}>
      <ActionButton why={why} aria-disabled={test.isPending} onClick={() => test.mutate()}>
        <Send aria-hidden /> {test.isPending ? t('sending') : t('send')}
      </ActionButton>
      <div aria-live="polite">
        {test.isError ? <Notice tone="bad" title={test.error.message} className="mt-3" /> : null}
        {test.data && !test.isPending ? <TestResult test={test.data} /> : null}
      </div>
    </Section>
  )
}

function TestResult({ test }: { test: TestSent }) {
  const t = useTranslations('destinations.test')
  const words = useTranslations('words')
  const isGood = test.outcome === 'succeeded'
  const Icon = isGood ? CircleCheck : CircleX
  return (
    <div className="mt-3 rounded-lg border px-3.5 py-3 text-xs">
      <p className="flex items-center gap-2 text-sm">
        <Icon className={isGood ? 'size-4 text-good' : 'size-4 text-bad'} aria-hidden />
        <span className="font-medium">{test.outcome ? outcomeWords(test.outcome, words) : t('unknown')}</span>
        {test.durationMs === null ? null : (
          <span className="text-ink-3 text-xs">{shortDurationWords(test.durationMs, words)}</span>
        )}
      </p>
      {test.result ? (
        <p translate="no" className="mt-1 text-ink-2">
          {test.result}
        </p>
      ) : null}
      {test.error ? (
        <p translate="no" className="wrap-anywhere mt-1 text-bad">
          {test.error.message}
        </p>
      ) : null}
      <AttemptParts attempt={test} unfolded="response" />
    </div>
  )
}
