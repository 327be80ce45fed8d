'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { toast } from 'sonner'
import { usePermission } from '@/components/shell/viewer-context'
import { Button, type ButtonProps } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'
import { formatCount } from '@/lib/events/format'
import { sendSamples } from '@/lib/samples/mutations'

/** Sends signed samples through the real endpoints; they arrive in the list like any webhook. */
export function SendSamplesButton({ variant, size }: Pick<ButtonProps, 'variant' | 'size'>) {
  const client = useQueryClient()
  const { allowed, why } = usePermission('operator')
  const samples = useMutation({
    mutationFn: () => sendSamples(),
    onSuccess: async ({ sent }) => {
      const refused = sent.filter((sample) => sample.status >= 300)
      const taken = sent.length - refused.length
      if (taken > 0) toast.success(`${formatCount(taken, 'sample event')} sent and acknowledged.`)
      for (const { eventType, status } of refused) toast.error(`The endpoint answered ${status} to ${eventType}.`)
      await Promise.all([
        client.invalidateQueries({ queryKey: ['events', 'newer'] }),
        client.invalidateQueries({ queryKey: ['overview'] }),
      ])
    },
    onError: (error) => toast.error(error.message),
  })
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
      {samples.isPending ? 'Sending…' : 'Send sample events'}
    </Button>
  )
  return why ? <Tooltip words={why}>{button}</Tooltip> : button
}
