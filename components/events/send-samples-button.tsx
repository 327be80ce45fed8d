'use client'

import { Send } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { Button, type ButtonProps } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { Tooltip } from '@/components/ui/tooltip'
import { useSendSamples } from './use-send-samples'

/** Sends signed samples through the real endpoints; they arrive in the list like any webhook. */
export function SendSamplesButton({ variant, size }: Pick<ButtonProps, 'variant' | 'size'>) {
  const t = useTranslations('events')
  const { allowed, why } = usePermission('operator')
  const samples = useSendSamples()
  const button = (
    <Button
      variant={variant}
      size={size}
      aria-disabled={!allowed || samples.isPending}
      onClick={() => {
        if (allowed && !samples.isPending) samples.mutate()
      }}
    >
      <Send aria-hidden />
      <span className={cn(size === 'sm' && 'max-sm:sr-only')}>
        {samples.isPending ? t('samples.sending') : t('samples.send')}
      </span>
    </Button>
  )
  return why ? <Tooltip words={why}>{button}</Tooltip> : button
}
