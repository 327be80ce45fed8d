import type { ZodType } from 'zod'
import type { EventTypeContract } from '../provider'
import { encodeSample } from '../sample'
import adjustmentApproved from './fixtures/adjustment.approved.json'
import adjustmentCompleted from './fixtures/adjustment.completed.json'
import adjustmentCreated from './fixtures/adjustment.created.json'
import adjustmentRejected from './fixtures/adjustment.rejected.json'
import awbChanged from './fixtures/awb.changed.json'
import awbGenerated from './fixtures/awb.generated.json'
import inboundCompleted from './fixtures/inbound.completed.json'
import inboundCreated from './fixtures/inbound.created.json'
import inboundReceived from './fixtures/inbound.received.json'
import itemArchived from './fixtures/item.archived.json'
import itemCreated from './fixtures/item.created.json'
import itemPublished from './fixtures/item.published.json'
import orderCompleted from './fixtures/order.completed.json'
import orderDraft from './fixtures/order.draft.json'
import orderInProcess from './fixtures/order.in_process.json'
import orderPacked from './fixtures/order.packed.json'
import orderPendingWaybill from './fixtures/order.pending_waybill.json'
import orderReadyForPickup from './fixtures/order.ready_for_pickup.json'
import orderRefunded from './fixtures/order.refunded.json'
import orderReturned from './fixtures/order.returned.json'
import orderShipped from './fixtures/order.shipped.json'
import orderToProcess from './fixtures/order.to_process.json'
import orderCancelPartial from './fixtures/order_cancel_partial.json'
import outboundCompleted from './fixtures/outbound.completed.json'
import outboundCreated from './fixtures/outbound.created.json'
import purchaseApproved from './fixtures/purchase.approved.json'
import purchaseCompleted from './fixtures/purchase.completed.json'
import purchaseCreated from './fixtures/purchase.created.json'
import purchaseRejected from './fixtures/purchase.rejected.json'
import transferApproved from './fixtures/transfer.approved.json'
import transferCompleted from './fixtures/transfer.completed.json'
import transferCreated from './fixtures/transfer.created.json'
import transferRejected from './fixtures/transfer.rejected.json'
import * as schemas from './schemas'

/**
 * Every documented event type. The documentation's own descriptions repeat themselves (three order types are "ready for
 * pickup"): the titles follow the names.
 */
export const eventTypes = {
  'item.created': contract({ en: 'Item created', id: 'Item dibuat' }, schemas.item, itemCreated),
  'item.published': contract({ en: 'Item published', id: 'Item diterbitkan' }, schemas.item, itemPublished),
  'item.archived': contract({ en: 'Item archived', id: 'Item diarsipkan' }, schemas.item, itemArchived),
  'purchase.created': contract({ en: 'Purchase created', id: 'Pembelian dibuat' }, schemas.purchase, purchaseCreated),
  'purchase.approved': contract(
    { en: 'Purchase approved', id: 'Pembelian disetujui' },
    schemas.purchase,
    purchaseApproved,
  ),
  'purchase.rejected': contract(
    { en: 'Purchase rejected', id: 'Pembelian ditolak' },
    schemas.purchase,
    purchaseRejected,
  ),
  'purchase.completed': contract(
    { en: 'Purchase completed', id: 'Pembelian selesai' },
    schemas.purchase,
    purchaseCompleted,
  ),
  'inbound.created': contract({ en: 'Inbound created', id: 'Inbound dibuat' }, schemas.inbound, inboundCreated),
  'inbound.received': contract({ en: 'Inbound received', id: 'Inbound diterima' }, schemas.inbound, inboundReceived),
  'inbound.completed': contract({ en: 'Inbound completed', id: 'Inbound selesai' }, schemas.inbound, inboundCompleted),
  'transfer.created': contract(
    { en: 'Transfer created', id: 'Transfer stok dibuat' },
    schemas.transfer,
    transferCreated,
  ),
  'transfer.approved': contract(
    { en: 'Transfer approved', id: 'Transfer stok disetujui' },
    schemas.transfer,
    transferApproved,
  ),
  'transfer.rejected': contract(
    { en: 'Transfer rejected', id: 'Transfer stok ditolak' },
    schemas.transfer,
    transferRejected,
  ),
  'transfer.completed': contract(
    { en: 'Transfer completed', id: 'Transfer stok selesai' },
    schemas.transfer,
    transferCompleted,
  ),
  'adjustment.created': contract(
    { en: 'Adjustment created', id: 'Penyesuaian dibuat' },
    schemas.adjustment,
    adjustmentCreated,
  ),
  'adjustment.approved': contract(
    { en: 'Adjustment approved', id: 'Penyesuaian disetujui' },
    schemas.adjustment,
    adjustmentApproved,
  ),
  'adjustment.rejected': contract(
    { en: 'Adjustment rejected', id: 'Penyesuaian ditolak' },
    schemas.adjustment,
    adjustmentRejected,
  ),
  'adjustment.completed': contract(
    { en: 'Adjustment completed', id: 'Penyesuaian selesai' },
    schemas.adjustment,
    adjustmentCompleted,
  ),
  'outbound.created': contract({ en: 'Outbound created', id: 'Outbound dibuat' }, schemas.outbound, outboundCreated),
  'outbound.completed': contract(
    { en: 'Outbound completed', id: 'Outbound selesai' },
    schemas.outbound,
    outboundCompleted,
  ),
  'order.draft': contract({ en: 'Order drafted', id: 'Draf pesanan dibuat' }, schemas.order, orderDraft),
  'order.to_process': contract({ en: 'Order to process', id: 'Pesanan perlu diproses' }, schemas.order, orderToProcess),
  'order.in_process': contract(
    { en: 'Order in process', id: 'Pesanan sedang diproses' },
    schemas.order,
    orderInProcess,
  ),
  'order.packed': contract({ en: 'Order packed', id: 'Pesanan dikemas' }, schemas.order, orderPacked),
  'order.ready_for_pickup': contract(
    { en: 'Order ready for pickup', id: 'Pesanan siap dijemput' },
    schemas.order,
    orderReadyForPickup,
  ),
  'order.pending_waybill': contract(
    { en: 'Order waiting for its waybill', id: 'Pesanan menunggu resi' },
    schemas.order,
    orderPendingWaybill,
  ),
  'order.shipped': contract({ en: 'Order shipped', id: 'Pesanan dikirim' }, schemas.order, orderShipped),
  'order.refunded': contract({ en: 'Order refunded', id: 'Dana pesanan dikembalikan' }, schemas.order, orderRefunded),
  'order.returned': contract({ en: 'Order returned', id: 'Pesanan dikembalikan' }, schemas.order, orderReturned),
  'order.completed': contract({ en: 'Order completed', id: 'Pesanan selesai' }, schemas.order, orderCompleted),
  order_cancel_partial: contract(
    { en: 'Order partly cancelled', id: 'Pesanan dibatalkan sebagian' },
    schemas.partialCancellation,
    orderCancelPartial,
  ),
  'awb.generated': contract({ en: 'AWB generated', id: 'AWB terbit' }, schemas.awb, awbGenerated),
  'awb.changed': contract({ en: 'AWB changed', id: 'AWB berubah' }, schemas.awb, awbChanged),
} satisfies Record<string, EventTypeContract>

function contract(titles: { en: string; id: string }, schema: ZodType, fixture: unknown): EventTypeContract {
  return { title: titles.en, titles, schema, sample: encodeSample(fixture) }
}
