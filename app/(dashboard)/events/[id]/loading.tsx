import { DetailSkeleton } from '@/components/events/detail-skeleton'

export default function Loading() {
  return <DetailSkeleton />
}
