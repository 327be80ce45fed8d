'use client'

import { useTranslations } from 'use-intl'
import { PageHead } from '@/components/shell/page-head'
import { PeopleSection } from './people-section'
import type { StuckStep } from './timelines/draft'
import { RebuildSection } from './timelines/rebuild-section'
import { TimelinesSection } from './timelines/timelines-section'

/** What admins decide for everybody. */
export function SettingsPage({ steps }: { steps: readonly StuckStep[] }) {
  const t = useTranslations('settings')
  return (
    <div className="scroll-quiet flex-1 overflow-y-auto">
      <div className="mx-auto max-w-3xl px-3 pt-3 pb-12 md:px-6">
        <PageHead title={t('title')} />
        <PeopleSection />
        <TimelinesSection steps={steps} />
        <RebuildSection />
      </div>
    </div>
  )
}
