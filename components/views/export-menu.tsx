'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Popover, PopoverClose, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { EXPORT_FORMATS, exportHref } from '@/lib/search/export/href'

/** Everything that the query `q` matches, as a file. */
export function ExportMenu({ q }: { q: string }) {
  const t = useTranslations('views.export')
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button size="sm" aria-label={t('open')} title={t('open')}>
          <Download aria-hidden /> <span className="max-lg:sr-only">{t('open')}</span>
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={t('open')} className="w-72 p-1">
        <p className="px-2 pt-1.5 pb-2 text-ink-3 text-xs">{t('lead')}</p>
        <ul>
          {EXPORT_FORMATS.map((format) => (
            <li key={format}>
              <PopoverClose asChild>
                <a href={exportHref(q, format)} download className="block rounded-md px-2 py-1.5 hover:bg-hover">
                  <span className="block font-medium text-sm">{t(format)}</span>
                  <span className="block text-ink-3 text-xs">{t(`${format}Note`)}</span>
                </a>
              </PopoverClose>
            </li>
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  )
}
