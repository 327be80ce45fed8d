'use client'

import { PencilLine } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { Disclosure } from '@/components/ui/disclosure'
import { actorWords } from '@/lib/audit/actor-words'
import type { EventCopyItem } from '@/lib/events/schemas'
import { RunEntry } from './run-entry'
import type { EventReplay } from './use-event-replay'

/** Changed copies that people ran: apart from the event's own runs, and marked. */
export function EditedCopies({ copies, replay }: { copies: readonly EventCopyItem[]; replay: EventReplay }) {
  const t = useTranslations('runs')
  const words = useTranslations('words')
  if (copies.length === 0) return null
  return (
    <section aria-label={t('copies.title')}>
      <h2 className="font-semibold text-sm">{t('copies.title')}</h2>
      <p className="mt-0.5 text-ink-3 text-xs">{t('copies.note')}</p>
      <ul className="mt-2.5 space-y-3">
        {copies.map((copy) => (
          <li key={copy.id} className="rounded-lg border border-wait-line border-dashed p-3">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="inline-flex h-5 items-center gap-1 rounded-full bg-wait-soft pr-2 pl-1.5 font-medium text-wait text-xs">
                <PencilLine className="size-3" aria-hidden /> {t('copies.edited')}
              </span>
              <span className="min-w-0 break-words text-xs">
                {t.rich('copies.by', {
                  actor: actorWords(copy.actor, words),
                  time: () => <Time at={copy.createdAt} className="text-ink-3" />,
                })}
              </span>
            </p>
            <p className="mt-1 text-ink-2 text-xs">“{copy.reason}”</p>
            <Disclosure summary={t('copies.body')} className="mt-1">
              <pre className="scroll-quiet mt-1 max-h-72 overflow-auto whitespace-pre-wrap break-all rounded-md border bg-sunken p-2 font-mono text-2xs leading-4">
                {copy.body}
              </pre>
            </Disclosure>
            <ol className="mt-3">
              {copy.runs.map((run, index) => (
                <RunEntry key={run.id} run={run} replay={replay} isLast={index === copy.runs.length - 1} />
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </section>
  )
}
