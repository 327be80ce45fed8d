'use client'

import { BookUser, Boxes, ClipboardList, type LucideIcon, Package, PackageCheck, Scale, Truck } from 'lucide-react'
import Link from 'next/link'
import { SendSamplesButton } from '@/components/events/send-samples-button'
import { buttonStyle } from '@/components/ui/button'
import { KINDS, type Kind } from '@/lib/timeline/kinds'

const TEACHING: Record<Kind, { icon: LucideIcon; text: string }> = {
  order: {
    icon: ClipboardList,
    text: 'Every event that names an order, by its number or by any provider’s id, lands on that order’s page: where it stands, what changed when, and what went wrong.',
  },
  customer: {
    icon: BookUser,
    text: 'A customer’s page puts orders, shipments and messages into one stream, whichever provider told of them. Phones and emails tie them together.',
  },
  shipment: {
    icon: Truck,
    text: 'A shipment’s page shows its AWB, its courier and every step on the way, with a link to the order that it delivers.',
  },
  product: {
    icon: Package,
    text: 'A product’s page shows what became of it, and which orders and deliveries name it.',
  },
  purchase: { icon: PackageCheck, text: 'A purchase’s page follows it from the order to the goods that came in.' },
  transfer: {
    icon: Boxes,
    text: 'A transfer’s page follows goods from one place to another, with the shipment that carries them.',
  },
  adjustment: { icon: Scale, text: 'An adjustment’s page shows who changed the stock, by how much and why.' },
}

/** Before the first event that names one: what will stand here, and how to see it at once. */
export function NoEntities({ kind }: { kind: Kind }) {
  const { icon: Icon, text } = TEACHING[kind]
  return (
    <div className="flex flex-1 justify-center px-4 pt-[12vh] pb-6">
      <div className="max-w-md text-center">
        <Icon className="mx-auto size-6 text-ink-3" aria-hidden />
        <h2 className="mt-3 font-semibold text-base">No {KINDS[kind].title.toLowerCase()} yet</h2>
        <p className="mt-1 text-ink-2">{text}</p>
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          <SendSamplesButton variant="primary" />
          <Link href="/events" className={buttonStyle({ variant: 'secondary' })}>
            Go to the events
          </Link>
        </div>
        <p className="mt-3 text-ink-3 text-xs">
          Nothing has to be set up: an event that names one puts it here by itself.
        </p>
      </div>
    </div>
  )
}
