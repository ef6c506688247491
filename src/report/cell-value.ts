/**
 * The value of a figure as an office wrote it, in the shape it has in JSON.
 *
 * - a number: written in plain digits, `8`, `3.5`, `-1`;
 * - `null`: blank, which is not 0;
 * - `{ raw, value }`: a number written in another way (`８`, `1,024`, `8件`, `12.50`) or with an annotation
 *   (`22（其中修订16件）`);
 * - `{ raw }`: no number (`/`, `不适用`, `#REF!`, any other text), kept as written.
 */
export type CellValue = number | null | Written

export interface Written {
  raw: string
  value?: number
}

/** What a value means for a check. `rewritten` is the same number in other characters; `annotated` says more than it. */
export type Meaning =
  | { kind: 'number'; value: number }
  | { kind: 'rewritten'; value: number; raw: string }
  | { kind: 'annotated'; value: number; raw: string }
  | { kind: 'blank' }
  | { kind: 'notApplicable'; raw: string }
  | { kind: 'unreadable'; raw: string }

/** The number of a value, or null where there is none. */
export function numberOf(value: CellValue | undefined): number | null {
  if (typeof value === 'number') return value
  return value?.value ?? null
}

export function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined
}

/** The value as the office wrote it; blank is the empty text. */
export function writtenForm(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'number' ? plainDigits(value) : value.raw
}

/** A number in plain decimal digits, never in exponent notation. */
export function plainDigits(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  if (Number.isInteger(value)) return BigInt(value).toString()
  const [mantissa = '', exponent = ''] = text.replace(/^-/, '').split('e')
  return `${value < 0 ? '-' : ''}0.${'0'.repeat(Math.abs(Number(exponent)) - 1)}${mantissa.replace('.', '')}`
}

function scaled(value: number, places: number): bigint {
  const [whole = '', fraction = ''] = plainDigits(value).split('.')
  return BigInt(whole + fraction.padEnd(places, '0'))
}

/** The sum of decimals as they are printed: 0.1 and 0.2 are 0.3. Throws a RangeError for what is not a finite number. */
export function sumExactly(values: readonly number[]): number {
  if (values.some((value) => !Number.isFinite(value))) throw new RangeError('only finite numbers have a sum')
  const places = Math.max(0, ...values.map((value) => plainDigits(value).split('.')[1]?.length ?? 0))
  if (places === 0) return values.reduce((sum, value) => sum + value, 0)
  const sum = values.reduce((total, value) => total + scaled(value, places), 0n)
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0')
  return Number(`${sum < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`) + 0
}
