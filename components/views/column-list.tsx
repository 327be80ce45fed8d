'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { COLUMNS, type ColumnId, namedColumns, readColumns, USUAL_COLUMNS } from '@/lib/views/columns'
import { ColumnChoice } from './column-choice'

interface ColumnListProps {
  /** As the URL names them; null for the usual ones. */
  columns: readonly string[] | null
  onChange: (columns: string[] | null) => void
}

/** Every column: the chosen ones in their order, then the others. */
export function ColumnList({ columns, onChange }: ColumnListProps) {
  const t = useTranslations('views')
  const [said, setSaid] = useState('')
  const chosen = readColumns(columns)
  const others = COLUMNS.filter((id) => !chosen.includes(id))
  const choose = (next: readonly ColumnId[]) => onChange(namedColumns(next))

  function move(id: ColumnId, step: 1 | -1) {
    const place = chosen.indexOf(id) + step
    if (place < 0 || place >= chosen.length) return
    choose(chosen.filter((each) => each !== id).toSpliced(place, 0, id))
    setSaid(t('chooser.moved', { column: t(`columns.${id}`), place: place + 1, count: chosen.length }))
  }

  return (
    <>
      <ul>
        {[...chosen, ...others].map((id) => (
          <ColumnChoice
            key={id}
            id={id}
            place={chosen.indexOf(id)}
            count={chosen.length}
            onToggle={() => choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])}
            onMove={(step) => move(id, step)}
          />
        ))}
      </ul>
      <div className="mt-1 border-t px-1 pt-1">
        <p className="px-1 py-1 text-ink-3 text-xs md:hidden">{t('chooser.narrow')}</p>
        <Button size="sm" variant="ghost" disabled={columns === null} onClick={() => choose(USUAL_COLUMNS)}>
          {t('chooser.reset')}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  )
}
