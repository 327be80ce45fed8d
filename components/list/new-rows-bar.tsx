'use client'

import { ArrowUp } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'

/** Says how much is new above the list, and puts it there when asked: nothing moves under the cursor. */
export function NewRowsBar({ words, onShow, className }: { words: string; onShow: () => void; className?: string }) {
  return (
    <div className={cn('pointer-events-none absolute inset-x-0 top-1 z-10 flex justify-center', className)}>
      <Button
        variant="primary"
        size="sm"
        className="pointer-events-auto h-7 animate-appear rounded-full px-3 shadow-pop"
        onClick={onShow}
      >
        <ArrowUp aria-hidden />
        {words}
        <span className="opacity-70 pointer-coarse:hidden" aria-hidden>
          N
        </span>
      </Button>
    </div>
  )
}
