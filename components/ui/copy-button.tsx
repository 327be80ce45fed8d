'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button'
import { cn } from './class-names'
import { toast } from './toast'

/** Copies `value`. `what` names it to people and to screen readers: "Copy event id". */
export function CopyButton({
  value,
  what,
  withWords,
  className,
}: {
  value: string
  what: string
  withWords?: boolean
  className?: string
}) {
  const t = useTranslations('ui.copyButton')
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy() {
    if (await writeClipboard(value)) setCopied(true)
    else toast.error(t('refused', { what }))
  }

  return (
    <Button
      variant={withWords ? 'secondary' : 'ghost'}
      size={withWords ? 'sm' : 'icon'}
      className={cn(!withWords && 'size-6', className)}
      aria-label={copied ? t('copiedWhat', { what }) : t('copyWhat', { what })}
      title={withWords ? undefined : t('copyWhat', { what })}
      onClick={copy}
    >
      {copied ? <Check className="text-good" aria-hidden /> : <Copy aria-hidden />}
      {withWords ? (copied ? t('copied') : t('copy')) : null}
    </Button>
  )
}

/** `navigator.clipboard` exists only on https and localhost; a plain-http installation falls back to a selection. */
async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.style.position = 'fixed'
    area.style.opacity = '0'
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
}
