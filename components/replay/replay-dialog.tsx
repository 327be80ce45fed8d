'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { previewOptions } from '@/lib/replay/query-options'
import { ConfirmStep } from './confirm-step'
import { HowStep } from './how-step'
import { type How, NO_HOW, type What } from './order'
import { StepSign } from './step-sign'
import { WhatStep } from './what-step'

interface ReplayDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  what: What
  /** Once it is ordered. */
  onOrdered?: () => void
}

/** Orders a replay of many: what matches, how, and the last question. */
export function ReplayDialog({ open, onOpenChange, what, onOrdered }: ReplayDialogProps) {
  const t = useTranslations('replay')
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t('dialog.title')} className="max-w-lg">
        <Steps
          what={what}
          onDone={() => {
            onOpenChange(false)
            onOrdered?.()
          }}
        />
      </DialogContent>
    </Dialog>
  )
}

function Steps({ what, onDone }: { what: What; onDone: () => void }) {
  const [step, setStep] = useState<1 | 2 | 3>(1)
  const [how, setHow] = useState<How>(NO_HOW)
  const handlers = how.handlers ? { handlers: [...how.handlers] } : {}
  const hasHandlers = how.handlers === null || how.handlers.size > 0
  const everything = useQuery(previewOptions({ ...what, includeStale: false }))
  const chosen = useQuery({
    ...previewOptions({ ...what, ...(hasHandlers ? handlers : {}), includeStale: how.includeStale }),
    enabled: step > 1 && hasHandlers,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <StepSign step={step} />
      {step === 1 ? (
        <WhatStep preview={everything} onNext={() => setStep(2)} />
      ) : step === 2 ? (
        <HowStep
          everything={everything.data}
          how={how}
          onChange={(part) => setHow({ ...how, ...part })}
          onBack={() => setStep(1)}
          onNext={() => setStep(3)}
        />
      ) : (
        <ConfirmStep what={what} how={how} preview={chosen} onBack={() => setStep(2)} onDone={onDone} />
      )}
    </>
  )
}
