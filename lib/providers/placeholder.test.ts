import { expect, it } from 'vitest'
import { isPlaceholder } from './placeholder'

it.each(['', ' ', '-', '- -', '—', '...', '0', '00-00', '$', '+', 'n/a', '"N/A"', 'TBA', 'belum-ada', 'XXX'])(
  '%j stands for nothing',
  (text) => expect(isPlaceholder(text)).toBe(true),
)

it.each(['👑', 'o', '10', '0a', 'Belum01', 'xx', 'Tidak Ada Lawan', 'Pending Order', 'N', 'Ñ'])(
  '%j is somebody or something',
  (text) => expect(isPlaceholder(text)).toBe(false),
)
