'use client'

import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { cn } from '@/components/ui/class-names'
import { Disclosure } from '@/components/ui/disclosure'
import type { FindingCount } from '@/lib/overview/schemas'
import { FINDING_RULES } from '@/lib/timeline/finding-rules'
import { findingTitle } from '@/lib/timeline/finding-words'
import { kindTitle } from '@/lib/timeline/kind-words'
import { countWords } from './count-words'
import { findingHref } from './hrefs'
import { useSpeech } from './speech'

/** What timelines show to be wrong, problems before what is only worth knowing. */
export function FindingList({ findings }: { findings: readonly FindingCount[] }) {
  const { t } = useSpeech()
  const problems = findings.filter(({ rule }) => FINDING_RULES[rule].severity === 'problem')
  const notices = findings.filter((finding) => !problems.includes(finding))
  return (
    <section aria-labelledby="overview-findings" className="min-w-0">
      <h2 id="overview-findings" className="font-semibold text-base">
        {t('findingList.title')}
      </h2>
      {findings.length === 0 ? (
        <p className="mt-2 flex items-center gap-2 rounded-lg border border-dashed px-3.5 py-3 text-ink-2">
          <CircleCheck className="size-4 text-good" aria-hidden /> {t('findingList.none')}
        </p>
      ) : (
        <div className="mt-2 divide-y rounded-lg border">
          {problems.length > 0 ? (
            <Findings findings={problems} />
          ) : (
            <p className="px-3.5 py-2 text-ink-2">{t('findingList.noProblem')}</p>
          )}
          {notices.length > 0 ? (
            <Disclosure summary={t('findingList.notices')} className="px-3.5 py-1.5">
              <Findings findings={notices} className="-mx-3.5 mt-1 border-t" />
            </Disclosure>
          ) : null}
        </div>
      )}
    </section>
  )
}

function Findings({ findings, className }: { findings: readonly FindingCount[]; className?: string }) {
  const { words } = useSpeech()
  const kinds = [...new Set(findings.map(({ kind }) => kind))]
  return (
    <dl className={cn('divide-y', className)}>
      {kinds.map((kind) => (
        <div key={kind} className="flex items-start gap-3 px-3.5 py-2">
          <dt className="w-24 shrink-0 py-0.5 text-ink-2">{kindTitle(kind, words)}</dt>
          <dd className="flex flex-wrap gap-1.5">
            {findings
              .filter((finding) => finding.kind === kind)
              .map((finding) => (
                <FindingLink key={finding.rule} finding={finding} />
              ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FindingLink({ finding }: { finding: FindingCount }) {
  const speech = useSpeech()
  const { severity } = FINDING_RULES[finding.rule]
  return (
    <Link
      href={findingHref(finding)}
      className={cn(
        'inline-flex h-6 items-center gap-1.5 rounded-full border px-2 text-xs hover:bg-hover',
        severity === 'problem' ? 'border-wait-line text-wait' : 'text-ink-2',
      )}
    >
      {findingTitle(finding.rule, speech.words)}
      <span className="font-semibold tabular-nums">{countWords(finding.count, speech)}</span>
    </Link>
  )
}
