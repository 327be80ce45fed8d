'use client'

import { CircleCheck, CirclePause, CircleSlash, Clock, ZapOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { useNow } from '@/components/time/zone'
import { actorWords } from '@/lib/audit/actor-words'
import type { TargetItem } from '@/lib/runs/schemas'

const PILL =
  'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full border pr-2 pl-1.5 font-medium text-xs [&_svg]:size-3'

/** Whether a handler takes work, in a word. `isOff`: its destination is switched off. */
export function TargetState({ target, isOff }: { target: TargetItem; isOff?: boolean }) {
  const t = useTranslations('handlers.state')
  if (isOff) return <Pill look="border-idle-line text-idle" icon={<CircleSlash aria-hidden />} words={t('off')} />
  if (target.paused)
    return <Pill look="border-wait-line text-wait" icon={<CirclePause aria-hidden />} words={t('paused')} />
  if (target.circuit)
    return <Pill look="border-transparent bg-bad-soft text-bad" icon={<ZapOff aria-hidden />} words={t('circuit')} />
  return <Pill look="border-transparent bg-good-soft text-good" icon={<CircleCheck aria-hidden />} words={t('on')} />
}

function Pill({ look, icon, words }: { look: string; icon: ReactNode; words: string }) {
  return (
    <span className={`${PILL} ${look}`}>
      {icon} {words}
    </span>
  )
}

/** Why a handler does not take work just now, and when it will. Nothing where it does. */
export function TargetNote({ target }: { target: TargetItem }) {
  const { paused, circuit, waitsUntil } = target
  const t = useTranslations('handlers.note')
  const words = useTranslations('words')
  const now = useNow()
  const isWaiting = waitsUntil !== null && Date.parse(waitsUntil) > now.getTime()
  const time = (at: string) => () => <Time at={at} as="second" className="tabular-nums" />
  if (paused) {
    const actor = actorWords(paused.actor, words)
    return <p className="text-wait text-xs">{t.rich('paused', { actor, time: () => <Time at={paused.at} /> })}</p>
  }
  if (circuit) {
    const { failures: count, probeAt } = circuit
    return (
      <p className="text-bad text-xs">
        {probeAt ? t.rich('circuit', { count, time: time(probeAt) }) : t('probing', { count })}
      </p>
    )
  }
  if (!isWaiting) return null
  return (
    <p className="flex items-center gap-1 text-wait text-xs">
      <Clock className="size-3" aria-hidden />
      <span>{t.rich('asked', { time: time(waitsUntil) })}</span>
    </p>
  )
}
