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
  'item.created': contract('Item created', schemas.item, itemCreated),
  'item.published': contract('Item published', schemas.item, itemPublished),
  'item.archived': contract('Item archived', schemas.item, itemArchived),
  'purchase.created': contract('Purchase created', schemas.purchase, purchaseCreated),
  'purchase.approved': contract('Purchase approved', schemas.purchase, purchaseApproved),
  'purchase.rejected': contract('Purchase rejected', schemas.purchase, purchaseRejected),
  'purchase.completed': contract('Purchase completed', schemas.purchase, purchaseCompleted),
  'inbound.created': contract('Inbound created', schemas.inbound, inboundCreated),
  'inbound.received': contract('Inbound received', schemas.inbound, inboundReceived),
  'inbound.completed': contract('Inbound completed', schemas.inbound, inboundCompleted),
  'transfer.created': contract('Transfer created', schemas.transfer, transferCreated),
  'transfer.approved': contract('Transfer approved', schemas.transfer, transferApproved),
  'transfer.rejected': contract('Transfer rejected', schemas.transfer, transferRejected),
  'transfer.completed': contract('Transfer completed', schemas.transfer, transferCompleted),
  'adjustment.created': contract('Adjustment created', schemas.adjustment, adjustmentCreated),
  'adjustment.approved': contract('Adjustment approved', schemas.adjustment, adjustmentApproved),
  'adjustment.rejected': contract('Adjustment rejected', schemas.adjustment, adjustmentRejected),
  'adjustment.completed': contract('Adjustment completed', schemas.adjustment, adjustmentCompleted),
  'outbound.created': contract('Outbound created', schemas.outbound, outboundCreated),
  'outbound.completed': contract('Outbound completed', schemas.outbound, outboundCompleted),
  'order.draft': contract('Order drafted', schemas.order, orderDraft),
  'order.to_process': contract('Order to process', schemas.order, orderToProcess),
  'order.in_process': contract('Order in process', schemas.order, orderInProcess),
  'order.packed': contract('Order packed', schemas.order, orderPacked),
  'order.ready_for_pickup': contract('Order ready for pickup', schemas.order, orderReadyForPickup),
  'order.pending_waybill': contract('Order waiting for its waybill', schemas.order, orderPendingWaybill),
  'order.shipped': contract('Order shipped', schemas.order, orderShipped),
  'order.refunded': contract('Order refunded', schemas.order, orderRefunded),
  'order.returned': contract('Order returned', schemas.order, orderReturned),
  'order.completed': contract('Order completed', schemas.order, orderCompleted),
  order_cancel_partial: contract('Order partly cancelled', schemas.partialCancellation, orderCancelPartial),
  'awb.generated': contract('AWB generated', schemas.awb, awbGenerated),
  'awb.changed': contract('AWB changed', schemas.awb, awbChanged),
} satisfies Record<string, EventTypeContract>

function contract(title: string, schema: ZodType, fixture: unknown): EventTypeContract {
  return { title, schema, sample: encodeSample(fixture) }
}
