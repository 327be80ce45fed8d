'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/ui/toast'
import { sourcesOptions } from '@/lib/sources/query-options'

/** Runs a change of sources, then reads them anew. Says `done` when it worked, and what went wrong when not. */
export function useSourceChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
  done: string,
  options: { quietFaults?: boolean } = {},
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: sourcesOptions().queryKey })
      toast.success(done)
    },
    onError: (error) => {
      if (!options.quietFaults) toast.error(error.message)
    },
  })
}
