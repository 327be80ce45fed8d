'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { LiveSign } from '@/components/events/live-sign'
import { PageHead } from '@/components/shell/page-head'
import { ShortcutsDialog } from '@/components/shell/shortcuts-dialog'
import { useIsNarrow } from '@/components/shell/use-is-narrow'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import { LoadFailure } from '@/components/ui/load-failure'
import { SearchField } from '@/components/ui/search-field'
import { kindsWithin, kindTitle } from '@/lib/timeline/kind-words'
import type { Kind } from '@/lib/timeline/kinds'
import { EntityFilterBar } from './entity-filter-bar'
import { EntityListSkeleton } from './entity-list-skeleton'
import { EntityTable } from './entity-table'
import { KindTabs } from './kind-tabs'
import { rememberEntityList } from './list-href'
import { NoEntities } from './no-entities'
import { NoEntityMatch } from './no-entity-match'
import { useEntityFilters } from './use-entity-filters'
import { useEntityList } from './use-entity-list'

export function EntityListPage({ kind }: { kind: Kind }) {
  const t = useTranslations('timeline')
  const words = useTranslations('words')
  const { filters, query, change, clear } = useEntityFilters()
  const { list, items, newCount, showNew, live } = useEntityList(kind, query)
  const isNarrow = useIsNarrow()
  const search = useRef<HTMLInputElement>(null)
  const path = usePathname()
  const parameters = useSearchParams().toString()
  const positionKey = `${kind} ${JSON.stringify(query)}`
  const isFiltered = Object.keys(query).length > 0
  const setQ = useCallback((q: string | null) => change({ q }, { typing: true }), [change])
  const { fetchNextPage } = list
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage])
  useEffect(() => rememberEntityList(kind, parameters ? `${path}?${parameters}` : path), [kind, path, parameters])

  const focusSearch = () => {
    search.current?.focus()
    search.current?.select()
  }
  useShortcuts({
    f: focusSearch,
    '/': focusSearch,
    Escape: () => {
      if (!isFiltered) return false
      clear()
    },
  })

  return (
    <>
      <div className="flex flex-col gap-2.5 border-b px-3 pt-3 pb-2.5 md:px-4 lg:px-6">
        <PageHead title={kindTitle(kind, words)} note={<LiveSign state={live} />}>
          <ShortcutsDialog />
        </PageHead>
        <SearchField
          label={t('list.find', { kinds: kindsWithin(kind, words) })}
          placeholder={t(`list.searchedBy.${kind}`)}
          value={filters.q}
          onChange={setQ}
          inputRef={search}
        />
        <EntityFilterBar kind={kind} filters={filters} isFiltered={isFiltered} onChange={change} onClear={clear} />
        <KindTabs current={kind} query={query} />
      </div>
      {list.isError && items.length === 0 ? (
        <LoadFailure
          what={t('list.what', { kinds: kindsWithin(kind, words) })}
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      ) : list.isPending || isNarrow === null ? (
        <EntityListSkeleton />
      ) : items.length > 0 ? (
        <EntityTable
          key={positionKey}
          kind={kind}
          positionKey={positionKey}
          items={items}
          newCount={newCount}
          hasNextPage={list.hasNextPage}
          isFetchingNextPage={list.isFetchingNextPage}
          isNarrow={isNarrow}
          onLoadMore={loadMore}
          onShowNew={showNew}
        />
      ) : isFiltered ? (
        <NoEntityMatch kind={kind} filters={filters} onClear={clear} />
      ) : (
        <NoEntities kind={kind} />
      )}
    </>
  )
}
