'use client'

import type { RefObject } from 'react'
import { SearchField } from '@/components/ui/search-field'

interface OrderSearchProps {
  order: string | null
  onChange: (order: string | null) => void
  inputRef: RefObject<HTMLInputElement | null>
}

/** Finds the events of an order. */
export function OrderSearch({ order, onChange, inputRef }: OrderSearchProps) {
  return (
    <SearchField
      label="Find by order number"
      placeholder="Find an order by its number"
      value={order}
      onChange={onChange}
      inputRef={inputRef}
    />
  )
}
