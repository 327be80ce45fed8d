'use client'

import { useTranslations } from 'use-intl'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import type { DeliveryDetail, IdentifierItem } from '@/lib/events/schemas'
import { HeadersPanel } from './headers-panel'
import { IdentifiersPanel } from './identifiers-panel'
import { PayloadPanel } from './payload-panel'

/** What a delivery carried: payload, headers and, for an event, the identifiers found in it. */
export function ContentTabs({ delivery, identifiers }: { delivery: DeliveryDetail; identifiers?: IdentifierItem[] }) {
  const t = useTranslations('payload.tabs')
  return (
    <Tabs defaultValue="payload">
      <TabsList aria-label={t('label')}>
        <TabsTrigger value="payload">{t('payload')}</TabsTrigger>
        <TabsTrigger value="headers">
          {t('headers')} <Count of={delivery.headers.length} />
        </TabsTrigger>
        {identifiers ? (
          <TabsTrigger value="identifiers">
            {t('identifiers')} <Count of={identifiers.length} />
          </TabsTrigger>
        ) : null}
      </TabsList>
      <TabsContent value="payload">
        <PayloadPanel delivery={delivery} />
      </TabsContent>
      <TabsContent value="headers">
        <HeadersPanel headers={delivery.headers} />
      </TabsContent>
      {identifiers ? (
        <TabsContent value="identifiers">
          <IdentifiersPanel identifiers={identifiers} />
        </TabsContent>
      ) : null}
    </Tabs>
  )
}

function Count({ of }: { of: number }) {
  return <span className="rounded bg-sunken px-1 text-2xs text-ink-3 tabular-nums">{of}</span>
}
