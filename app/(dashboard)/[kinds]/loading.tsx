import { EntityListSkeleton } from '@/components/timeline/list/entity-list-skeleton'

export default function Loading() {
  return (
    <>
      <div className="h-39 border-b" />
      <EntityListSkeleton />
    </>
  )
}
