'use client'

import { Check } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useZone } from '@/components/time/zone'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { Input } from '@/components/ui/input'
import { parseWallClock, toWallClock, type ZoneChoice } from '@/lib/events/format'
import { PRESETS } from './window-words'

interface WindowChoiceProps {
  from: string | null
  to: string | null
  onChoose: (window: { from: string | null; to: string | null }) => void
}

/** The windows of time to choose from, and one of one's own. */
export function WindowChoice({ from, to, onChoose }: WindowChoiceProps) {
  const [zone] = useZone()
  const t = useTranslations('search.time')
  return (
    <>
      <div className="p-1">
        <Preset label={t('any')} chosen={!from && !to} onChoose={() => onChoose({ from: null, to: null })} />
        {PRESETS.map((preset) => (
          <Preset
            key={preset.from}
            label={t(preset.name)}
            chosen={from === preset.from && !to}
            onChoose={() => onChoose({ from: preset.from, to: null })}
          />
        ))}
      </div>
      <CustomWindow from={from} to={to} zone={zone} onApply={onChoose} />
    </>
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

const ZONE_NAMES = { local: 'zoneLocal', utc: 'zoneUtc', wib: 'zoneWib' } as const satisfies Record<ZoneChoice, string>

function CustomWindow({
  from,
  to,
  zone,
  onApply,
}: Omit<WindowChoiceProps, 'onChoose'> & { zone: ZoneChoice; onApply: WindowChoiceProps['onChoose'] }) {
  const t = useTranslations('search.time')
  const [fault, setFault] = useState<'giveOne' | 'inOrder' | null>(null)
  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const start = parseWallClock(String(form.get('from')), zone)
    const end = parseWallClock(String(form.get('to')), zone)
    if (!start && !end) setFault('giveOne')
    else if (start && end && start >= end) setFault('inOrder')
    else onApply({ from: start?.toISOString() ?? null, to: end?.toISOString() ?? null })
  }
  return (
    <form onSubmit={apply} className="flex flex-col gap-2 border-t p-3">
      <p className="font-medium text-2xs text-ink-3">{t('custom', { zone: t(ZONE_NAMES[zone]) })}</p>
      <label htmlFor="window-from" className="grid grid-cols-[2.5rem_1fr] items-center text-ink-2 text-xs">
        {t('from')}
        <Input
          id="window-from"
          type="datetime-local"
          name="from"
          defaultValue={wallClock(from, zone)}
          className="h-7 px-1.5 text-xs"
        />
      </label>
      <label htmlFor="window-to" className="grid grid-cols-[2.5rem_1fr] items-center text-ink-2 text-xs">
        {t('to')}
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
          {t(fault)}
        </p>
      ) : null}
      <Button type="submit" size="sm" className="self-end">
        {t('apply')}
      </Button>
    </form>
  )
}

function wallClock(text: string | null, zone: ZoneChoice): string {
  const at = text ? new Date(text) : null
  return at && !Number.isNaN(at.getTime()) ? toWallClock(at, zone) : ''
}
