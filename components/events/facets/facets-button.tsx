'use client'

import { useQuery } from '@tanstack/react-query'
import { SlidersHorizontal } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { later } from '@/components/ui/later'
import { summaryOptions } from '@/lib/search/summary/query-options'
import { countWords } from '../summary/count-words'
import { countChoices } from './choice'

const Facets = later(() => import('./facets').then((module) => module.Facets))

interface FacetsButtonProps {
  q: string
  onChange: (q: string) => void
  className?: string
}

/** The facets where there is no room for them beside the list: a button that says how many values are chosen, and a sheet. */
export function FacetsButton({ q, onChange, className }: FacetsButtonProps) {
  const t = useTranslations('search.facets')
  const count = countChoices(q)
  return (
    <Dialog>
      <DialogTrigger asChild onReach={Facets.load}>
        <Button size="sm" className={className} aria-label={t('open', { count })}>
          <SlidersHorizontal aria-hidden />
          {t('button')}
          {count > 0 ? (
            <span className="-mr-0.5 min-w-4 rounded-full bg-accent px-1 text-2xs text-on-accent tabular-nums">
              {count}
            </span>
          ) : null}
        </Button>
      </DialogTrigger>
      <DialogContent title={t('title')} shape="panel">
        <p aria-hidden className="flex h-14 shrink-0 items-center px-4 font-semibold text-base">
          {t('title')}
        </p>
        <Facets q={q} onChange={onChange} className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-3 pb-4" />
        <div className="border-t p-3">
          <DialogClose asChild>
            <Button variant="primary" className="w-full">
              <ShowWords q={q} />
            </Button>
          </DialogClose>
        </div>
      </DialogContent>
    </Dialog>
  )
}

/** Asked for while the sheet is open only. */
function ShowWords({ q }: { q: string }) {
  const t = useTranslations('search.facets')
  const locale = useLocale()
  const total = useQuery(summaryOptions(q)).data?.total
  return total ? t('show', { count: total.count, words: countWords(total, locale) }) : t('done')
}
