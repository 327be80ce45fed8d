import { expect, it } from 'vitest'
import { messageIn } from './message'

it('reads a message as its event has it, without what it does not tell', () => {
  const lastMessage = { id: 'm1', direction: 'inbound', text: 'Kapan dikirim?\n1001', channel: 'whatsapp', status: '' }
  expect(messageIn({ phone: '+62812', lastMessage })).toEqual({
    direction: 'inbound',
    text: 'Kapan dikirim?\n1001',
    channel: 'whatsapp',
    template: null,
    status: null,
  })
})

it.each([null, {}, { lastMessage: null }, { lastMessage: 'hello' }, { lastMessage: [] }])('finds none in %j', (set) => {
  expect(messageIn(set)).toBeNull()
})
