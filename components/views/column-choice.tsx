'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { type ColumnId, LINK_COLUMN } from '@/lib/views/columns'

interface ColumnChoiceProps {
  id: ColumnId
  /** Among the chosen ones; negative where it is not chosen. */
  place: number
  count: number
  onToggle: () => void
  onMove: (step: 1 | -1) => void
}

/** A column in the chooser: whether it is shown, and the ways to move it. */
export function ColumnChoice({ id, place, count, onToggle, onMove }: ColumnChoiceProps) {
  const t = useTranslations('views')
  const column = t(`columns.${id}`)
  const note = id === LINK_COLUMN ? t('columnNotes.type') : id === 'lag' ? t('columnNotes.lag') : undefined
  return (
    <li className="flex min-h-8 items-center gap-2 rounded-md px-2 hover:bg-hover">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is a button, which a label may hold */}
      <label className="flex min-w-0 flex-1 items-center gap-2 py-1 text-sm">
        <Checkbox
          aria-label={t('chooser.show', { column })}
          checked={place >= 0}
          disabled={id === LINK_COLUMN}
          onCheckedChange={onToggle}
        />
        <span className="min-w-0">
          <span className="block truncate">{column}</span>
          {note ? <span className="block text-2xs text-ink-3">{note}</span> : null}
        </span>
      </label>
      {place < 0 ? null : (
        <>
          <Move label={t('chooser.up', { column })} icon={ArrowUp} isEnd={place === 0} onMove={() => onMove(-1)} />
          <Move
            label={t('chooser.down', { column })}
            icon={ArrowDown}
            isEnd={place === count - 1}
            onMove={() => onMove(1)}
          />
        </>
      )}
    </li>
  )
}

interface MoveProps {
  label: string
  icon: typeof ArrowUp
  /** It cannot go further; the button stays, for the focus is on it. */
  isEnd: boolean
  onMove: () => void
}

function Move({ label, icon: Icon, isEnd, onMove }: MoveProps) {
  return (
    <Button variant="ghost" size="icon" aria-label={label} title={label} aria-disabled={isEnd} onClick={onMove}>
      <Icon aria-hidden />
    </Button>
  )
}
