import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { cn } from '@/components/ui/class-names'
import { Disclosure } from '@/components/ui/disclosure'
import type { FindingCount } from '@/lib/overview/schemas'
import { FINDING_RULES } from '@/lib/timeline/finding-rules'
import { KINDS } from '@/lib/timeline/kinds'
import { countWords } from './count-words'
import { findingHref } from './hrefs'

/** What timelines show to be wrong, problems before what is only worth knowing. */
export function FindingList({ findings }: { findings: readonly FindingCount[] }) {
  const problems = findings.filter(({ rule }) => FINDING_RULES[rule].severity === 'problem')
  const notices = findings.filter((finding) => !problems.includes(finding))
  return (
    <section aria-labelledby="overview-findings" className="min-w-0">
      <h2 id="overview-findings" className="font-semibold text-base">
        Open findings
      </h2>
      {findings.length === 0 ? (
        <p className="mt-2 flex items-center gap-2 rounded-lg border border-dashed px-3.5 py-3 text-ink-2">
          <CircleCheck className="size-4 text-good" aria-hidden /> No timeline shows anything wrong.
        </p>
      ) : (
        <div className="mt-2 divide-y rounded-lg border">
          {problems.length > 0 ? (
            <Findings findings={problems} />
          ) : (
            <p className="px-3.5 py-2 text-ink-2">No timeline shows a problem.</p>
          )}
          {notices.length > 0 ? (
            <Disclosure summary="Worth knowing, nothing to do" className="px-3.5 py-1.5">
              <Findings findings={notices} className="-mx-3.5 mt-1 border-t" />
            </Disclosure>
          ) : null}
        </div>
      )}
    </section>
  )
}

function Findings({ findings, className }: { findings: readonly FindingCount[]; className?: string }) {
  const kinds = [...new Set(findings.map(({ kind }) => kind))]
  return (
    <dl className={cn('divide-y', className)}>
      {kinds.map((kind) => (
        <div key={kind} className="flex items-start gap-3 px-3.5 py-2">
          <dt className="w-24 shrink-0 py-0.5 text-ink-2">{KINDS[kind].title}</dt>
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
  const { title, severity } = FINDING_RULES[finding.rule]
  return (
    <Link
      href={findingHref(finding)}
      className={cn(
        'inline-flex h-6 items-center gap-1.5 rounded-full border px-2 text-xs hover:bg-hover',
        severity === 'problem' ? 'border-wait-line text-wait' : 'text-ink-2',
      )}
    >
      {title}
      <span className="font-semibold tabular-nums">{countWords(finding.count)}</span>
    </Link>
  )
}
