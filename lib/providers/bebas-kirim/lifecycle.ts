import type { Lifecycle, Step } from '../lifecycle'

const DAY = 24
const WEEK = 7 * DAY

/**
 * Source: contracts/notes.md, "Order lifecycle", and for the other kinds the names of the event types. How long a step may
 * take is documented nowhere: the figures are what a warehouse and a courier usually need.
 */
export const lifecycles: readonly Lifecycle[] = [
  {
    kind: 'order',
    steps: [
      { title: 'Draft', reachedBy: { state: 'draft' }, place: 10, need: 'optional' },
      { title: 'To process', reachedBy: { state: 'to_process' }, place: 20, need: 'required', stuckAfterHours: DAY },
      {
        title: 'Partly cancelled',
        reachedBy: { state: 'partly_cancelled' },
        place: 25,
        need: 'branch',
        after: 10,
        before: 70,
        // What is left becomes a new order.
        isFinal: true,
      },
      { title: 'In process', reachedBy: { state: 'in_process' }, place: 30, need: 'required', stuckAfterHours: DAY },
      { title: 'Packed', reachedBy: { state: 'packed' }, place: 40, need: 'required', stuckAfterHours: DAY },
      {
        title: 'Ready for pickup',
        reachedBy: { state: 'ready_for_pickup' },
        place: 50,
        need: 'required',
        stuckAfterHours: DAY,
      },
      {
        title: 'Waiting for its AWB',
        reachedBy: { state: 'awaiting_awb' },
        place: 50,
        need: 'required',
        stuckAfterHours: DAY,
      },
      { title: 'AWB', reachedBy: { field: 'awb' }, place: 60, need: 'required' },
      { title: 'Shipped', reachedBy: { state: 'shipped' }, place: 70, need: 'required', stuckAfterHours: WEEK },
      { title: 'Completed', reachedBy: { state: 'completed' }, place: 80, need: 'required', isFinal: true },
      { title: 'Returned', reachedBy: { state: 'returned' }, place: 90, need: 'branch', after: 70, isFinal: true },
      { title: 'Refunded', reachedBy: { state: 'refunded' }, place: 95, need: 'branch', after: 70, isFinal: true },
    ],
  },
  {
    // Inbound and outbound shipments and parcels: only an inbound is received, and of a parcel nothing but its AWB is told.
    kind: 'shipment',
    steps: [
      { title: 'AWB generated', reachedBy: { state: 'awb_generated' }, place: 9, need: 'branch', isFinal: true },
      { title: 'AWB changed', reachedBy: { state: 'awb_changed' }, place: 10, need: 'branch', isFinal: true },
      { title: 'Created', reachedBy: { state: 'created' }, place: 10, need: 'required', stuckAfterHours: 2 * WEEK },
      { title: 'Received', reachedBy: { state: 'received' }, place: 20, need: 'optional', stuckAfterHours: 3 * DAY },
      { title: 'Completed', reachedBy: { state: 'completed' }, place: 30, need: 'required', isFinal: true },
    ],
  },
  {
    // A product may be published and archived again and again.
    kind: 'product',
    steps: [
      { title: 'Created', reachedBy: { state: 'created' }, place: 10, need: 'required' },
      { title: 'Published', reachedBy: { state: 'published' }, place: 20, need: 'optional' },
      { title: 'Archived', reachedBy: { state: 'archived' }, place: 20, need: 'optional' },
    ],
  },
  { kind: 'purchase', steps: decision({ approvalHours: 3 * DAY, completionHours: 2 * WEEK }) },
  { kind: 'transfer', steps: decision({ approvalHours: 3 * DAY, completionHours: WEEK }) },
  { kind: 'adjustment', steps: decision({ approvalHours: 3 * DAY, completionHours: 3 * DAY }) },
]

/** The life of what somebody asks for and somebody else decides. */
function decision(within: { approvalHours: number; completionHours: number }) {
  return [
    {
      title: 'Created',
      reachedBy: { state: 'created' },
      place: 10,
      need: 'required',
      stuckAfterHours: within.approvalHours,
    },
    {
      title: 'Approved',
      reachedBy: { state: 'approved' },
      place: 20,
      need: 'required',
      stuckAfterHours: within.completionHours,
    },
    {
      title: 'Rejected',
      reachedBy: { state: 'rejected' },
      place: 25,
      need: 'branch',
      after: 10,
      before: 30,
      isFinal: true,
    },
    { title: 'Completed', reachedBy: { state: 'completed' }, place: 30, need: 'required', isFinal: true },
  ] as const satisfies readonly Step<'purchase' | 'transfer' | 'adjustment'>[]
}
