import type { Name } from '../naming'
import type { Layout } from '../reading'
import { eventTypes } from './events'
import { envelope } from './schemas'

const GOODS: readonly Name[] = [
  ['product_id', 'items', 'id'],
  ['sku', 'items', 'sku'],
]

/** What names what in the envelope's `data`. Source: contracts/notes.md, "Identifiers per event". */
export const layout: Layout = {
  eventTypes,
  anyType: envelope,
  namings: {
    item: {
      kind: 'product',
      label: ['name', 'sku', 'item_id'],
      names: [
        ['product_id', 'item_id'],
        ['sku', 'sku'],
      ],
    },
    purchase: {
      kind: 'purchase',
      label: ['purchase_number', 'purchase_id'],
      names: [
        ['purchase_id', 'purchase_id'],
        ['purchase_number', 'purchase_number'],
        ['product_id', 'items', 'item_id'],
      ],
    },
    inbound: {
      kind: 'shipment',
      label: ['inbound_id', 'reference_number'],
      names: [['inbound_id', 'inbound_id'], ['purchase_number', 'reference_number'], ...GOODS],
    },
    transfer: {
      kind: 'transfer',
      label: ['transfer_number', 'transfer_id'],
      names: [['transfer_id', 'transfer_id'], ['transfer_number', 'transfer_number'], ...GOODS],
    },
    adjustment: {
      kind: 'adjustment',
      label: ['adjustment_number', 'adjustment_id'],
      names: [['adjustment_id', 'adjustment_id'], ['adjustment_number', 'adjustment_number'], ...GOODS],
    },
    outbound: {
      kind: 'shipment',
      label: ['tracking_number', 'outbound_id'],
      names: [['outbound_id', 'outbound_id'], ['awb', 'tracking_number'], ['transfer_id', 'transfer_id'], ...GOODS],
    },
    order: {
      kind: 'order',
      label: ['order_number', 'order_id'],
      names: [
        ['order_id', 'order_id'],
        ['order_number', 'order_number'],
        ['sku', 'cancelled_items', 'sku'],
        ['sku', 'remaining_items', 'sku'],
      ],
    },
    awb: {
      kind: 'shipment',
      label: ['awb_number', 'order_number'],
      names: [
        ['awb', 'awb_number'],
        ['order_id', 'order_id'],
        ['order_number', 'order_number'],
      ],
    },
  },
}
