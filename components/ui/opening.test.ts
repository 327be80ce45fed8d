import { type ComponentType, createElement, type MouseEvent, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { Dialog, DialogClose, DialogTrigger } from './dialog'
import type { OpeningProps, PartProps } from './opening'
import { Popover, PopoverClose, PopoverTrigger } from './popover'

interface Parts {
  Root: ComponentType<OpeningProps & { children: ReactNode }>
  Trigger: ComponentType<PartProps>
  Close: ComponentType<PartProps>
}

const PARTS: Record<'dialog' | 'popover', Parts> = {
  dialog: { Root: Dialog, Trigger: DialogTrigger, Close: DialogClose },
  popover: { Root: Popover, Trigger: PopoverTrigger, Close: PopoverClose },
}

function markup({ Root }: Parts, part: ReactNode, opening: OpeningProps = {}): string {
  const props = { ...opening, children: part }
  return renderToStaticMarkup(createElement(Root, props))
}

/** Draws a part around a child, clicks the child, and answers what the opening was told. */
function click(parts: Parts, name: 'Trigger' | 'Close', open: boolean, prevent = false): unknown[][] {
  const onOpenChange = vi.fn()
  let clicked: PartProps['onClick']
  function Child({ onClick }: PartProps) {
    clicked = onClick
    return null
  }
  const event = { defaultPrevented: false }
  const onClick = () => {
    event.defaultPrevented = prevent
  }
  markup(parts, createElement(parts[name], { asChild: true, onClick }, createElement(Child)), { open, onOpenChange })
  clicked?.(event as MouseEvent<HTMLButtonElement>)
  return onOpenChange.mock.calls
}

describe.each(['dialog', 'popover'] as const)('a %s', (name) => {
  const parts = PARTS[name]

  it('is opened by its trigger and closed from within', () => {
    expect(click(parts, 'Trigger', false)).toEqual([[true]])
    expect(click(parts, 'Close', true)).toEqual([[false]])
  })

  it('stays as it is where a button prevents that', () => {
    expect(click(parts, 'Trigger', false, true)).toEqual([])
    expect(click(parts, 'Close', true, true)).toEqual([])
  })

  it('says of its trigger whether it is open', () => {
    const trigger = createElement(parts.Trigger, null, 'More')
    expect(markup(parts, trigger)).toContain('type="button" aria-haspopup="dialog" aria-expanded="false"')
    expect(markup(parts, trigger, { open: true })).toContain('aria-expanded="true"')
  })

  it('has buttons that send no form, and leaves a link in place of one as it is', () => {
    expect(markup(parts, createElement(parts.Close, null, 'Done'))).toBe('<button type="button">Done</button>')
    const link = createElement(parts.Close, { asChild: true }, createElement('a', { href: '/x' }))
    expect(markup(parts, link)).toBe('<a href="/x"></a>')
  })

  it('keeps its parts together', () => {
    expect(() => renderToStaticMarkup(createElement(parts.Close))).toThrow('stand inside of')
  })
})

it('closes a popover by the trigger that opened it, which names what it controls while that is there', () => {
  expect(click(PARTS.popover, 'Trigger', true)).toEqual([[false]])
  expect(click(PARTS.dialog, 'Trigger', true)).toEqual([[true]])
  const trigger = createElement(PopoverTrigger, null, 'More')
  expect(markup(PARTS.popover, trigger, { open: true })).toMatch(/aria-controls="[^"]+" data-state="open"/)
  expect(markup(PARTS.popover, trigger)).not.toContain('aria-controls')
})
