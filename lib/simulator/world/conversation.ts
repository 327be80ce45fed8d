import type { Customer } from '@/lib/providers/happening'
import type { Diary } from './diary'
import { MINUTE, type Shop } from './shop'

const QUESTIONS = {
  beforePayment: [
    'Halo kak, stoknya masih ada?',
    'Bisa bayar pakai QRIS kak?',
    'Min, ongkir ke luar Jawa berapa ya?',
    'Kak, pesanan saya sudah masuk belum? 🙏',
  ],
  afterPayment: [
    'Sudah saya transfer ya kak, mohon diproses',
    'Kapan dikirim kak?',
    'Tolong packing yang rapi ya, buat kado 🎁',
    'Alamatnya sudah benar kan kak?',
  ],
  onTheWay: [
    'Kak, resinya mana ya?',
    'Paket saya sudah sampai mana?',
    'Kok belum sampai juga kak, sudah 3 hari 😢',
    'Kurirnya tadi tidak ketemu rumah saya',
  ],
  atTheDoor: [
    'Barang sudah sampai, makasih kak! ⭐⭐⭐⭐⭐',
    'Ukurannya kekecilan kak, bisa tukar?',
    'Bagus banget, next order lagi 👍',
  ],
} as const

/** In a share of 0.3 of the calls, the customer writes a message a few minutes after this point of the diary. */
export function maybeWrite(shop: Shop, diary: Diary, customer: Customer, when: keyof typeof QUESTIONS): void {
  const { random } = shop
  if (!random.chance(0.3)) return
  const at = diary.at + random.int(MINUTE, 40 * MINUTE)
  const message = { key: random.key(), customer }
  diary.noteAt(at, { kind: 'message_received', message, text: random.pick(QUESTIONS[when]) })
}

/** The shop writes to the customer from a template, and what becomes of that message is told. */
export function notify(shop: Shop, diary: Diary, customer: Customer, template: string): void {
  const { random } = shop
  const message = { key: random.key(), customer }
  const report = (at: number, status: 'sent' | 'delivered' | 'read' | 'failed') =>
    diary.noteAt(at, { kind: 'message_status', message, status, template })

  let at = diary.at + random.int(1000, 5000)
  report(at, 'sent')
  at += random.int(1000, MINUTE)
  const reached = !random.chance(0.04)
  report(at, reached ? 'delivered' : 'failed')
  if (reached && random.chance(0.5)) report(at + random.int(5000, 90 * MINUTE), 'read')
}
