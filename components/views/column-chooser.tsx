'use client'

import { Columns3 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { later } from '@/components/ui/later'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'

const ColumnList = later(() => import('./column-list').then((module) => module.ColumnList))

interface ColumnChooserProps {
  /** As the URL names them; null for the usual ones. */
  columns: readonly string[] | null
  onChange: (columns: string[] | null) => void
}

/** Which columns the list has, and in which order. */
export function ColumnChooser({ columns, onChange }: ColumnChooserProps) {
  const t = useTranslations('views')
  return (
    <Popover>
      <PopoverTrigger asChild onReach={ColumnList.load}>
        <Button size="sm" aria-label={t('chooser.legend')} title={t('chooser.legend')}>
          <Columns3 aria-hidden /> <span className="max-lg:sr-only">{t('chooser.open')}</span>
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={t('chooser.legend')} className="w-72 p-1">
        <ColumnList columns={columns} onChange={onChange} />
      </PopoverContent>
    </Popover>
  )
}
