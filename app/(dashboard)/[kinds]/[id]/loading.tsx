import { EntitySkeleton } from '@/components/timeline/page/entity-skeleton'

export default function Loading() {
  return <EntitySkeleton />
}
