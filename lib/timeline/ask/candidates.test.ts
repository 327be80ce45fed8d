import { describe, expect, it } from 'vitest'
import { providers } from '@/lib/providers/registry'
import { KIND_NAMES } from '../kinds'
import { beginnings, exactNames } from './candidates'

const issued = (scheme: string, value: string) => providers.map(({ id }) => `${scheme}@${id}:${value}`)

describe('exactNames', () => {
  it('takes a text for every name that it can be, an id once for each provider', () => {
    expect(exactNames('#ord-1', ['order'])).toEqual(['order_number:ORD-1', ...issued('order_id', '#ord-1')])
  })

  it('takes a phone as people write it', () => {
    expect(exactNames('0812 3456-7890', ['customer'])).toContain('phone:+6281234567890')
  })

  it.each(['-', '0', 'N/A', 'test'])('finds no name in the placeholder %s', (text) => {
    expect(exactNames(text, KIND_NAMES)).toEqual([])
  })
})

describe('beginnings', () => {
  const lows = (text: string, kind: 'order' | 'customer' | 'product') => beginnings(text, [kind]).map(({ low }) => low)

  it('covers every name that begins so, and no other', () => {
    const [range] = beginnings('ord-1', ['order'])
    const within = (name: string) => range !== undefined && name >= range.low && name < range.high
    expect(['order_number:ORD-1', 'order_number:ORD-19', 'order_number:ORD-1é'].map(within)).toEqual([true, true, true])
    expect(['order_number:ORD-2', 'order_number:ORD-0', 'order_number:ORD'].map(within)).toEqual([false, false, false])
  })

  it.each([
    ['0812', 'phone:+62812'],
    ['62812', 'phone:+62812'],
    ['+62 812', 'phone:+62812'],
    ['Rina', 'email:rina'],
    ['Rina@ex', 'email:rina@ex'],
  ])('understands the beginning %s of a customer', (text, low) => {
    expect(lows(text, 'customer')).toContain(low)
  })

  it.each([
    ['na', 'sku:NA'],
    ['00', 'sku:00'],
    ['-', 'sku:-'],
    ['tba', 'sku:TBA'],
  ])('understands the beginning %s, which would be a placeholder by itself', (text, low) => {
    expect(lows(text, 'product')).toContain(low)
  })

  it('takes a sign that numbers are compared without for the beginning of none', () => {
    expect(lows('#', 'order').some((low) => low.startsWith('order_number'))).toBe(false)
  })

  it('takes no text for a phone that is none', () => {
    expect(lows('rina', 'customer').some((low) => low.startsWith('phone'))).toBe(false)
  })
})
