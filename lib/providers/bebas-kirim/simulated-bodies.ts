import type {
  Adjustment,
  Happening,
  Inbound,
  Order,
  OrderLine,
  Outbound,
  Place,
  Product,
  Purchase,
  StockLine,
  Transfer,
} from '../happening'

/** ISO 8601 in UTC, to the second. */
export function moment(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}

export function item(product: Product, status: string) {
  const [length, width, height] = product.sizeCm
  return {
    item_id: itemId(product),
    sku: product.sku,
    name: product.name,
    description: product.description,
    category: product.category,
    subcategory: product.subcategory,
    brand: product.brand,
    base_price: product.unitCost,
    publish_price: product.price,
    weight: product.weightGrams,
    dimensions: { length, width, height, unit: 'cm' },
    featured_image_url: `https://cdn.bebaskirim.com/products/${itemId(product)}/main.jpg`,
    status,
    ...dates(product),
  }
}

export function order(order: Order, status: string, at: Date) {
  return { ...orderNames(order), status, updated_at: moment(at) }
}

export function partialCancellation(happening: Extract<Happening, { kind: 'partial_cancellation' }>) {
  return {
    ...orderNames(happening.order),
    status: 'partial_cancelled',
    cancelled_items: happening.cancelled.map(orderItem),
    remaining_items: happening.remaining.map(orderItem),
    updated_at: moment(happening.at),
  }
}

export function awb({ order, parcel, step, at }: Extract<Happening, { kind: 'awb' }>) {
  return {
    ...orderNames(order),
    awb_number: parcel.awb,
    status: step,
    logistic_provider: parcel.courier,
    logistic_service: parcel.service,
    updated_at: moment(at),
  }
}

export function purchase(purchase: Purchase, status: string) {
  const total = purchase.lines.reduce((sum, line) => sum + line.quantity * line.product.unitCost, 0)
  return {
    purchase_id: `PUR-${numbered(purchase)}`,
    purchase_number: `PO-${numbered(purchase)}`,
    status,
    expected_delivery: moment(purchase.expectedAt),
    subtotal: total,
    total_discount: 0,
    total_amount: total,
    notes: 'Mohon dikirim ke bagian penerimaan',
    items: purchase.lines.map(({ product, quantity }) => ({
      item_id: itemId(product),
      quantity,
      unit_price: product.unitCost,
      discount_percent: 0,
      discount_amount: 0,
      total_price: quantity * product.unitCost,
      notes: product.name,
    })),
    ...dates(purchase),
  }
}

export function inbound(inbound: Inbound, status: string) {
  return {
    inbound_id: `INB-${numbered(inbound)}`,
    reference_number: `PO-${numbered(inbound.purchase)}`,
    status,
    location: location(inbound.place),
    expected_arrival: moment(inbound.expectedAt),
    actual_arrival: moment(inbound.arrivedAt),
    items: inbound.lines.map((line) => receivedItem(line, inbound)),
    notes: 'Hati-hati, barang mudah rusak',
    ...dates(inbound),
  }
}

export function transfer(transfer: Transfer, status: string) {
  return {
    transfer_id: `TRF-${numbered(transfer)}`,
    transfer_number: `TRF-${numbered(transfer)}`,
    status,
    from_location: location(transfer.from),
    to_location: location(transfer.to),
    expected_arrival: moment(transfer.expectedAt),
    actual_arrival: moment(transfer.arrivedAt),
    items: transfer.lines.map((line) => receivedItem(line, transfer)),
    notes: 'Pindah stok antar gudang',
    ...dates(transfer),
  }
}

export function outbound(outbound: Outbound, completed: boolean) {
  const { transfer, parcel, departedAt } = outbound
  return {
    outbound_id: `OUT-${numbered(outbound)}`,
    transfer_id: `TRF-${numbered(transfer)}`,
    reference_number: `TRF-OUT-${numbered(transfer)}`,
    status: completed ? 'completed' : 'shipped',
    source_warehouse: location(transfer.from),
    destination_warehouse: location(transfer.to),
    expected_departure: moment(departedAt),
    actual_departure: moment(departedAt),
    expected_arrival: moment(transfer.expectedAt),
    actual_arrival: moment(transfer.arrivedAt),
    items: transfer.lines.map(({ product, quantity }) => ({
      ...goods(product, quantity),
      unit: 'pcs',
      unit_price: product.unitCost,
      shipped_quantity: quantity,
      received_quantity: completed ? quantity : 0,
      pending_quantity: completed ? 0 : quantity,
    })),
    courier: parcel.courier,
    tracking_number: parcel.awb,
    priority: 'normal',
    notes: 'Pindah stok antar gudang',
    ...dates(outbound),
  }
}

export function adjustment(adjustment: Adjustment, status: string) {
  const items = adjustment.lines.map(({ product, quantity }) => ({
    ...goods(product, quantity),
    unit_cost: product.unitCost,
    total_cost: quantity * product.unitCost,
    notes: adjustment.note,
  }))
  return {
    adjustment_id: `ADJ-${numbered(adjustment)}`,
    adjustment_number: `ADJ-${numbered(adjustment)}`,
    location: location(adjustment.place),
    type: adjustment.direction,
    stock_source: 'good',
    reason: adjustment.reason,
    status,
    total_amount: items.reduce((sum, { total_cost }) => sum + total_cost, 0),
    item_count: items.length,
    items,
    ...dates(adjustment),
  }
}

function orderNames(order: Order) {
  return { order_id: `ORD-${order.createdAt.getUTCFullYear()}-${order.number}`, order_number: order.number }
}

function orderItem({ product, quantity, price }: OrderLine) {
  return { sku: product.sku, product_name: product.name, quantity, price }
}

function receivedItem(line: StockLine, { arrivedAt, receivedBy }: { arrivedAt: Date; receivedBy: string }) {
  return {
    ...goods(line.product, line.quantity),
    unit: 'pcs',
    unit_price: line.product.unitCost,
    expected_quantity: line.quantity,
    good_received_quantity: line.quantity - line.damaged,
    damaged_received_quantity: line.damaged,
    grid_id: `grid_${line.key}`,
    received_at: moment(arrivedAt),
    received_by: receivedBy,
  }
}

function goods(product: Product, quantity: number) {
  return { id: itemId(product), sku: product.sku, name: product.name, quantity }
}

function itemId(product: Product): string {
  return `ITEM-${numbered(product)}`
}

function location({ code, name }: Place) {
  return { id: code, code, name }
}

function numbered({ createdAt, number }: { createdAt: Date; number: number }): string {
  return `${createdAt.getUTCFullYear()}-${number}`
}

function dates({ createdAt, updatedAt }: { createdAt: Date; updatedAt: Date }) {
  return { created_at: moment(createdAt), updated_at: moment(updatedAt) }
}
