// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they are scrolled to cannot be laid out by a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the link of a row takes the focus
'use client'

import { useTranslations } from 'use-intl'
import { NewRowsBar } from '@/components/list/new-rows-bar'
import { Rows } from '@/components/list/rows'
import { useVirtualRows } from '@/components/list/use-virtual-rows'
import { useShortcuts } from '@/components/shell/use-shortcuts'
import { cn } from '@/components/ui/class-names'
import { kindOne, kindsWithin, kindTitle, kindWithin } from '@/lib/timeline/kind-words'
import type { Kind } from '@/lib/timeline/kinds'
import type { EntityItem } from '@/lib/timeline/schemas'
import { EntityRow } from './entity-row'
import { gridOf } from './grid'

const WIDE_ROW = 41
const NARROW_ROW = 64
const NARROW_ROW_WITH_FINDINGS = 88

interface EntityTableProps {
  kind: Kind
  /** Names the list for remembering the place in it. */
  positionKey: string
  items: EntityItem[]
  newCount: number
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isNarrow: boolean
  onLoadMore: () => void
  onShowNew: () => void
}

export function EntityTable(props: EntityTableProps) {
  const { kind, positionKey, items, newCount, hasNextPage, isFetchingNextPage, isNarrow } = props
  const t = useTranslations('timeline.table')
  const words = useTranslations('words')
  const isTall = (item: EntityItem) => isNarrow && item.findings.length > 0
  const { visible, totalHeight, scroller, toTop } = useVirtualRows({
    ...{ positionKey, items, hasNextPage, isFetchingNextPage },
    heightOf: (item) => (!isNarrow ? WIDE_ROW : isTall(item) ? NARROW_ROW_WITH_FINDINGS : NARROW_ROW),
    onLoadMore: props.onLoadMore,
  })

  function showNew() {
    if (newCount === 0) return
    props.onShowNew()
    toTop()
  }

  useShortcuts({ n: showNew })

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {newCount > 0 ? (
        <NewRowsBar
          words={t('new', { count: newCount, one: kindWithin(kind, words), many: kindsWithin(kind, words) })}
          onShow={showNew}
        />
      ) : null}
      <div
        role="table"
        aria-label={kindTitle(kind, words)}
        aria-rowcount={hasNextPage ? -1 : items.length + 1}
        className="flex min-h-0 flex-1 flex-col"
      >
        <div role="rowgroup" className="border-b max-md:sr-only">
          <div role="row" aria-rowindex={1} className={cn(gridOf(kind), 'h-8 font-medium text-ink-3 text-xs')}>
            <Head>{kindOne(kind, words)}</Head>
            <Head>{t('state')}</Head>
            <Head>{t('findings')}</Head>
            <Head className="max-[1099px]:hidden">{t('lastEvent')}</Head>
            <Head>{t('lastNews')}</Head>
            <Head className="text-right max-[1099px]:hidden">{t('events')}</Head>
            <Head className="max-[1099px]:sr-only">{t('from')}</Head>
          </div>
        </div>
        <Rows {...{ visible, totalHeight, scroller, hasNextPage }}>
          {(entry) => {
            const item = items[entry.index]
            return item ? (
              <EntityRow
                key={item.id}
                item={item}
                index={entry.index}
                top={entry.start}
                height={entry.size}
                isNarrow={isNarrow}
              />
            ) : null
          }}
        </Rows>
      </div>
    </div>
  )
}

function Head({ className, children }: { className?: string; children: string }) {
  return (
    <div role="columnheader" className={cn('truncate', className)}>
      {children}
    </div>
  )
}
