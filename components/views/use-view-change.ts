'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/ui/toast'
import { viewsKey } from '@/lib/views/query-options'

/** Runs a change of the saved views, then reads them anew. Says `done` when it worked; `loud`, also what went wrong when not. */
export function useViewChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
  done: (input: Input) => string,
  { loud = false, onDone }: { loud?: boolean; onDone?: () => void } = {},
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async (_, input) => {
      await client.invalidateQueries({ queryKey: viewsKey() })
      toast.success(done(input))
      onDone?.()
    },
    onError: (error) => {
      if (loud) toast.error(error.message)
    },
  })
}
