'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { later } from '@/components/ui/later'
import { FilterPill } from './filter-pill'
import { useWindowWords } from './window-words'

const WindowChoice = later(() => import('./window-choice').then((module) => module.WindowChoice))

interface TimeFilterProps {
  from: string | null
  to: string | null
  onChange: (window: { from: string | null; to: string | null }) => void
}

export function TimeFilter({ from, to, onChange }: TimeFilterProps) {
  const [open, setOpen] = useState(false)
  const t = useTranslations('search.time')
  const words = useWindowWords(from, to)
  const choose = (window: { from: string | null; to: string | null }) => {
    onChange(window)
    setOpen(false)
  }
  return (
    <FilterPill
      name={t('name')}
      neutral={t('any')}
      value={words}
      onRemove={() => onChange({ from: null, to: null })}
      open={open}
      onOpenChange={setOpen}
      onReach={WindowChoice.load}
      className="pointer-coarse:w-76"
    >
      <WindowChoice from={from} to={to} onChoose={choose} />
    </FilterPill>
  )
}
