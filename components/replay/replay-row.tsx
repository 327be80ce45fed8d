'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { actorWords } from '@/lib/audit/actor-words'
import type { ReplayItem } from '@/lib/replay/schemas'
import { ProgressBar } from './progress-bar'
import { ReplayState } from './replay-state'
import { doneCount, replayTitle } from './replay-words'

/** A replay; the whole of the row leads to its page. */
export function ReplayRow({ replay }: { replay: ReplayItem }) {
  const t = useTranslations('replay')
  const words = useTranslations('words')
  return (
    <li className="relative flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 first:rounded-t-lg last:rounded-b-lg hover:bg-hover has-[a:focus-visible]:bg-accent-soft">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Link href={`/replays/${replay.id}`} className="font-medium outline-none after:absolute after:inset-0">
            {replayTitle(replay, t)}
          </Link>
          <ReplayState replay={replay} />
        </p>
        <p className="mt-0.5 truncate text-ink-2 text-xs">
          {replay.reason ? `“${replay.reason}”` : <span className="text-ink-3">{t('list.noReason')}</span>}
        </p>
        <p className="text-ink-3 text-xs">
          {actorWords(replay.actor, words)}, <Time at={replay.createdAt} />
        </p>
      </div>
      <div className="w-44 max-sm:w-full">
        <ProgressBar replay={replay} className="h-1.5" />
        <p className="mt-1 text-ink-3 text-xs tabular-nums">
          {t('progress.of', { done: doneCount(replay), total: replay.total })}
        </p>
      </div>
    </li>
  )
}
