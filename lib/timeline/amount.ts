const AMOUNT = /^(-?)(\d{1,30})(?:\.(\d{1,10}))?$/

/** `Rp150.000` for 150000, `Rp1.250,5` for "1250.50"; null for what is no plain number. No digit is lost. */
export function formatRupiah(amount: unknown): string | null {
  const [, sign, whole, fraction] = AMOUNT.exec(String(amount)) ?? []
  if (whole === undefined) return null
  const digits = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, '.')
  const rest = fraction?.replace(/0+$/, '')
  return `${sign ? '-' : ''}Rp${digits}${rest ? `,${rest}` : ''}`
}
