'use client'

import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { buttonStyle } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice } from '@/components/ui/notice'
import { Segmented } from '@/components/ui/segmented'
import { Skeleton } from '@/components/ui/skeleton'
import { formatBytes } from '@/lib/events/format'
import { prettyJson, prettyText } from '@/lib/events/pretty-json'
import { deliveryBodyOptions, deliveryBodyPath } from '@/lib/events/query-options'
import { decode } from '@/lib/events/raw-text'
import type { DeliveryDetail } from '@/lib/events/schemas'
import type { Translate } from '@/lib/i18n/translate'
import { PrettyBody } from './pretty-body'
import { RawBody } from './raw-body'

const VIEWS = ['raw', 'pretty'] as const

/** A delivery's body: exactly as received, or laid out anew with every character kept. */
export function PayloadPanel({ delivery }: { delivery: DeliveryDetail }) {
  const t = useTranslations('payload.panel')
  const whyNot = useTranslations('payload.notPretty')
  const locale = useLocale()
  const [view, setView] = useState<(typeof VIEWS)[number]>('raw')
  const body = useQuery(deliveryBodyOptions(delivery.id))
  const text = useMemo(() => (body.data ? decode(body.data) : null), [body.data])
  const lines = useMemo(
    () => (view === 'pretty' && text !== null ? prettyJson(text.replace(/^\ufeff/, '')) : null),
    [view, text],
  )
  const encoding = delivery.headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1]
  const isCut = delivery.storedBytes < delivery.bodyBytes
  const sizes = { stored: formatBytes(delivery.storedBytes, locale), sent: formatBytes(delivery.bodyBytes, locale) }

  return (
    <div>
      <div className="flex flex-wrap items-center gap-2 py-2.5">
        <Segmented
          label={t('view')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: t(value) }))}
          onChange={setView}
        />
        <span className="text-ink-3 text-xs">{isCut ? t('kept', sizes) : sizes.sent}</span>
        <span className="ml-auto flex items-center gap-1">
          {text ? (
            <CopyButton value={view === 'pretty' && lines ? prettyText(lines) : text} what={t('what')} withWords />
          ) : null}
          <a
            href={deliveryBodyPath(delivery.id)}
            download={`${delivery.id}.body`}
            className={buttonStyle({ variant: 'secondary', size: 'sm' })}
          >
            <Download aria-hidden /> {t('download')}
          </a>
        </span>
      </div>
      {isCut ? (
        <Notice tone="wait" title={t('cutTitle')} className="mb-3">
          {t('cut', sizes)}
        </Notice>
      ) : null}
      <div className="min-h-40 rounded-lg border bg-sunken p-3">
        {body.isError ? (
          <p role="alert" className="text-bad">
            {body.error.message}
          </p>
        ) : !body.data ? (
          <PayloadSkeleton />
        ) : body.data.length === 0 ? (
          <p className="text-ink-3">{t('empty')}</p>
        ) : view === 'raw' ? (
          <RawBody bytes={body.data} />
        ) : lines ? (
          <PrettyBody lines={lines} />
        ) : (
          <p className="text-ink-2">{whyNotPretty({ text, encoding, isCut }, whyNot)}</p>
        )}
      </div>
    </div>
  )
}

function whyNotPretty(
  { text, encoding, isCut }: { text: string | null; encoding: string | undefined; isCut: boolean },
  t: Translate<'payload.notPretty'>,
): string {
  if (encoding && encoding.toLowerCase() !== 'identity') return t('encoded', { encoding })
  if (text === null) return t('notUtf8')
  if (isCut) return t('cut')
  return t('notJson')
}

function PayloadSkeleton() {
  return (
    <div className="space-y-2.5 py-1">
      <Skeleton className="h-3 w-11/12" />
      <Skeleton className="h-3 w-full" />
      <Skeleton className="h-3 w-4/5" />
      <Skeleton className="h-3 w-2/5" />
    </div>
  )
}
