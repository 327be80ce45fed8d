'use client'

import { CircleCheck, CirclePause, CircleSlash, Clock, ZapOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Time } from '@/components/time/time'
import { useNow } from '@/components/time/zone'
import { actorWords } from '@/lib/audit/actor-words'
import type { TargetItem } from '@/lib/runs/schemas'

const PILL =
  'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full border pr-2 pl-1.5 font-medium text-xs [&_svg]:size-3'

/** Whether a handler takes work, in a word. `isOff`: its destination is switched off. */
export function TargetState({ target, isOff }: { target: TargetItem; isOff?: boolean }) {
  if (isOff) return <Pill look="border-idle-line text-idle" icon={<CircleSlash aria-hidden />} words="Off" />
  if (target.paused) return <Pill look="border-wait-line text-wait" icon={<CirclePause aria-hidden />} words="Paused" />
  if (target.circuit)
    return <Pill look="border-transparent bg-bad-soft text-bad" icon={<ZapOff aria-hidden />} words="Circuit open" />
  return <Pill look="border-transparent bg-good-soft text-good" icon={<CircleCheck aria-hidden />} words="On" />
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
  const now = useNow()
  const isWaiting = waitsUntil !== null && Date.parse(waitsUntil) > now.getTime()
  if (paused) {
    return (
      <p className="text-wait text-xs">
        Paused by {actorWords(paused.actor)}, <Time at={paused.at} />. Its runs wait until it is resumed.
      </p>
    )
  }
  if (circuit) {
    return (
      <p className="text-bad text-xs">
        Failed {circuit.failures}× in a row, so its runs wait.{' '}
        {circuit.probeAt ? (
          <>
            Probes at <Time at={circuit.probeAt} as="second" className="tabular-nums" />
          </>
        ) : (
          'A probe is under way'
        )}
        ; closes by itself once one succeeds.
      </p>
    )
  }
  if (!isWaiting) return null
  return (
    <p className="flex items-center gap-1 text-wait text-xs">
      <Clock className="size-3" aria-hidden />
      Asked us to wait until <Time at={waitsUntil} as="second" className="tabular-nums" />
    </p>
  )
}
