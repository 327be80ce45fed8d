'use client'

import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { toast } from '@/components/ui/toast'
import { MAX_SELECTED, type Selection } from './use-selection'

/** Asks to replay what is selected; `why` says why that may not be, and is said aloud where it is tried all the same. */
export function useSelectionReplay({ ids, isAll }: Selection, onReplay: () => void) {
  const t = useTranslations('events.selection')
  const permission = usePermission('operator')
  const tooMany = !isAll && ids.size > MAX_SELECTED ? t('tooMany', { most: MAX_SELECTED }) : undefined
  const why = permission.why ?? tooMany
  return {
    why,
    replay() {
      if (why === undefined) onReplay()
      else toast.error(why)
    },
  }
}
