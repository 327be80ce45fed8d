'use client'

import { Check } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useNow, useZone } from '@/components/time/zone'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { Input } from '@/components/ui/input'
import { parseWallClock, toWallClock, type ZoneChoice } from '@/lib/events/format'
import { FilterPill } from './filter-pill'
import { PRESETS, windowWords } from './window-words'

interface TimeFilterProps {
  from: string | null
  to: string | null
  onChange: (window: { from: string | null; to: string | null }) => void
}

export function TimeFilter({ from, to, onChange }: TimeFilterProps) {
  const [open, setOpen] = useState(false)
  const [zone] = useZone()
  const now = useNow()
  const choose = (window: { from: string | null; to: string | null }) => {
    onChange(window)
    setOpen(false)
  }
  return (
    <FilterPill
      name="Time"
      neutral="Any time"
      value={windowWords(from, to, zone, now)}
      onRemove={() => onChange({ from: null, to: null })}
      open={open}
      onOpenChange={setOpen}
      className="pointer-coarse:w-76"
    >
      <div className="p-1">
        <Preset label="Any time" chosen={!from && !to} onChoose={() => choose({ from: null, to: null })} />
        {PRESETS.map((preset) => (
          <Preset
            key={preset.from}
            label={preset.label}
            chosen={from === preset.from && !to}
            onChoose={() => choose({ from: preset.from, to: null })}
          />
        ))}
      </div>
      <CustomWindow from={from} to={to} zone={zone} onApply={choose} />
    </FilterPill>
  )
}

function Preset({ label, chosen, onChoose }: { label: string; chosen: boolean; onChoose: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover focus-visible:bg-hover focus-visible:outline-offset-0 pointer-coarse:py-2.5"
    >
      <Check className={cn('size-3.5 text-accent', !chosen && 'invisible')} aria-hidden />
      {label}
    </button>
  )
}

const ZONE_NAMES: Record<ZoneChoice, string> = { local: 'your local time', utc: 'UTC', wib: 'WIB' }

function CustomWindow({
  from,
  to,
  zone,
  onApply,
}: Omit<TimeFilterProps, 'onChange'> & { zone: ZoneChoice; onApply: TimeFilterProps['onChange'] }) {
  const [fault, setFault] = useState<string | null>(null)
  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const start = parseWallClock(String(form.get('from')), zone)
    const end = parseWallClock(String(form.get('to')), zone)
    if (!start && !end) setFault('Give at least one of the two.')
    else if (start && end && start >= end) setFault('The end must come after the start.')
    else onApply({ from: start?.toISOString() ?? null, to: end?.toISOString() ?? null })
  }
  return (
    <form onSubmit={apply} className="flex flex-col gap-2 border-t p-3">
      <p className="font-medium text-2xs text-ink-3">Custom, in {ZONE_NAMES[zone]}</p>
      <label htmlFor="window-from" className="grid grid-cols-[2.5rem_1fr] items-center text-ink-2 text-xs">
        From
        <Input
          id="window-from"
          type="datetime-local"
          name="from"
          defaultValue={wallClock(from, zone)}
          className="h-7 px-1.5 text-xs"
        />
      </label>
      <label htmlFor="window-to" className="grid grid-cols-[2.5rem_1fr] items-center text-ink-2 text-xs">
        To
        <Input
          id="window-to"
          type="datetime-local"
          name="to"
          defaultValue={wallClock(to, zone)}
          className="h-7 px-1.5 text-xs"
        />
      </label>
      {fault ? (
        <p role="alert" className="text-bad text-xs">
          {fault}
        </p>
      ) : null}
      <Button type="submit" size="sm" className="self-end">
        Apply
      </Button>
    </form>
  )
}

function wallClock(text: string | null, zone: ZoneChoice): string {
  const at = text ? new Date(text) : null
  return at && !Number.isNaN(at.getTime()) ? toWallClock(at, zone) : ''
}
