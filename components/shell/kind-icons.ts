import {
  Activity,
  ArrowDownToLine,
  ArrowLeftRight,
  ClipboardList,
  type LucideIcon,
  Scale,
  ShoppingBag,
  Tag,
  Truck,
  User,
} from 'lucide-react'
import type { LookupItem } from '@/lib/timeline/schemas'

/** One sign for each kind of thing that has a page, wherever it is named. */
export const KIND_ICONS: Record<LookupItem['kind'], LucideIcon> = {
  order: ShoppingBag,
  customer: User,
  shipment: Truck,
  product: Tag,
  purchase: ClipboardList,
  transfer: ArrowLeftRight,
  adjustment: Scale,
  event: Activity,
  delivery: ArrowDownToLine,
}
