'use client'

import { BookUser, Boxes, ClipboardList, type LucideIcon, Package, PackageCheck, Scale, Truck } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { SendSamplesButton } from '@/components/events/send-samples-button'
import { buttonStyle } from '@/components/ui/button'
import { kindsWithin } from '@/lib/timeline/kind-words'
import type { Kind } from '@/lib/timeline/kinds'

const ICONS: Record<Kind, LucideIcon> = {
  order: ClipboardList,
  customer: BookUser,
  shipment: Truck,
  product: Package,
  purchase: PackageCheck,
  transfer: Boxes,
  adjustment: Scale,
}

/** Before the first event that names one: what will stand here, and how to see it at once. */
export function NoEntities({ kind }: { kind: Kind }) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const Icon = ICONS[kind]
  return (
    <div className="flex flex-1 justify-center px-4 pt-[12vh] pb-6">
      <div className="max-w-md text-center">
        <Icon className="mx-auto size-6 text-ink-3" aria-hidden />
        <h2 className="mt-3 font-semibold text-base">{t('none.title', { kinds: kindsWithin(kind, words) })}</h2>
        <p className="mt-1 text-ink-2">{t(`none.${kind}`)}</p>
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          <SendSamplesButton variant="primary" />
          <Link href="/events" className={buttonStyle({ variant: 'secondary' })}>
            {t('none.goToEvents')}
          </Link>
        </div>
        <p className="mt-3 text-ink-3 text-xs">{t('none.note')}</p>
      </div>
    </div>
  )
}
