'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { Notice } from '@/components/ui/notice'
import type { ReplayDetail } from '@/lib/replay/schemas'
import { heldHref, heldWords } from './held-words'

/** Says why runs of a replay stand still, and where that is changed. */
export function HeldNotice({ held }: { held: ReplayDetail['held'] }) {
  const t = useTranslations('replay')
  if (held.length === 0) return null
  return (
    <Notice
      tone="wait"
      className="mt-4"
      title={t('held.title', { count: held.reduce((sum, { runs }) => sum + runs, 0) })}
    >
      <ul className="space-y-0.5">
        {held.map((target) => (
          <li key={target.key} className="wrap-anywhere">
            {t.rich(`held.${heldWords(target)}`, {
              ...{ name: target.title, count: target.runs },
              link: (name) => (
                <Link href={heldHref(target)} className="font-medium text-accent hover:underline">
                  {name}
                </Link>
              ),
              time: () => <Time at={target.nextAttemptAt ?? ''} as="second" className="tabular-nums" />,
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
