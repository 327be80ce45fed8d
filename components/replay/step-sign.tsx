import { Check } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { cn } from '@/components/ui/class-names'

const STEPS = ['what', 'how', 'confirm'] as const

/** Where a person is among the three steps. */
export function StepSign({ step }: { step: 1 | 2 | 3 }) {
  const t = useTranslations('replay')
  return (
    <ol aria-label={t('steps.label')} className="mt-3 mb-4 flex items-center gap-2 text-xs">
      {STEPS.map((name, index) => {
        const number = index + 1
        const isCurrent = number === step
        return (
          <li
            key={name}
            aria-current={isCurrent ? 'step' : undefined}
            className={cn(
              'flex items-center gap-1.5 whitespace-nowrap not-last:after:mx-1 not-last:after:h-px not-last:after:w-4 max-sm:not-last:after:hidden not-last:after:bg-line-strong',
              isCurrent ? 'font-medium text-ink' : 'text-ink-3',
            )}
          >
            <span
              aria-hidden
              className={cn(
                'grid size-4.5 place-items-center rounded-full text-2xs tabular-nums',
                isCurrent ? 'bg-accent text-on-accent' : 'bg-sunken text-ink-3',
              )}
            >
              {number < step ? <Check className="size-3" /> : number}
            </span>
            {t(`steps.${name}`)}
          </li>
        )
      })}
    </ol>
  )
}
