export type Side = 'top' | 'right' | 'bottom' | 'left'

const GAP = 5
const MARGIN = 8
const OPPOSITE: Record<Side, Side> = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' }

/** Moves a bubble beside its trigger, to the other side where it does not fit, and never out of the window. */
export function place(bubble: HTMLElement, trigger: HTMLElement, side: Side) {
  const around = trigger.getBoundingClientRect()
  const width = bubble.offsetWidth
  const height = bubble.offsetHeight
  const at = (where: Side) => ({
    left:
      where === 'left'
        ? around.left - GAP - width
        : where === 'right'
          ? around.right + GAP
          : middle(around.left, around.right, width),
    top:
      where === 'top'
        ? around.top - GAP - height
        : where === 'bottom'
          ? around.bottom + GAP
          : middle(around.top, around.bottom, height),
  })
  const fits = ({ left, top }: { left: number; top: number }) =>
    side === 'top' || side === 'bottom'
      ? top >= MARGIN && top + height <= innerHeight - MARGIN
      : left >= MARGIN && left + width <= innerWidth - MARGIN
  const wanted = at(side)
  const other = at(OPPOSITE[side])
  const { left, top } = fits(wanted) || !fits(other) ? wanted : other
  bubble.style.left = `${within(left, innerWidth - width)}px`
  bubble.style.top = `${within(top, innerHeight - height)}px`
}

function middle(from: number, to: number, length: number): number {
  return (from + to - length) / 2
}

function within(value: number, most: number): number {
  return Math.max(MARGIN, Math.min(value, most - MARGIN))
}
