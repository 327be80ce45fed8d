'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

interface WaitingNoticeProps {
  /** Events whose content is not indexed yet. */
  waiting: number
  onCountAgain: () => void
}

/** Says that what matches is not all known yet. */
export function WaitingNotice({ waiting, onCountAgain }: WaitingNoticeProps) {
  const t = useTranslations('replay')
  if (waiting === 0) return null
  return (
    <Notice tone="wait" title={t('waiting.title', { count: waiting })}>
      <p>{t('waiting.text')}</p>
      <Button size="sm" className="mt-1.5" onClick={onCountAgain}>
        {t('what.countAgain')}
      </Button>
    </Notice>
  )
}
