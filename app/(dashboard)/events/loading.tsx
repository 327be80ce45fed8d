import { EventListSkeleton } from '@/components/events/event-list-skeleton'

export default function Loading() {
  return (
    <>
      <div className="h-31 border-b" />
      <EventListSkeleton />
    </>
  )
}
