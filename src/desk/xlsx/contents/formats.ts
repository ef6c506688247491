/** Number formats as a file names them. */

/** The formats that a file need not write out; those of days are the Chinese ones. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy "h":mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00 ;(#,##0.00)',
  40: '#,##0.00 ;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
}

const MONTH = 'yyyy"年"m"月"'
const DAY = 'm"月"d"日"'
const HOUR = '上午/下午 h"时"mm"分"'

/** Formats of days that Chinese programs use by number alone; the library does not know them. */
export const CHINESE_FORMATS: Readonly<Record<number, string>> = {
  27: MONTH,
  28: DAY,
  29: DAY,
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: HOUR,
  35: '上午/下午 h"时"mm"分"ss"秒"',
  36: MONTH,
  50: MONTH,
  51: DAY,
  52: MONTH,
  53: DAY,
  54: DAY,
  55: HOUR,
  56: '上午/下午 h"时"mm"分"ss"秒"',
  57: MONTH,
  58: DAY,
}

/** The format of a number; undefined for the general one. */
export function formatOf(id: number, own: ReadonlyMap<number, string>): string | undefined {
  const format = own.get(id) ?? BUILT_IN[id] ?? CHINESE_FORMATS[id]
  return format === '' || format === 'General' ? undefined : format
}

/** True for a format that shows a number as a day or a time: its part for positive numbers decides. */
export function isDayFormat(format: string | undefined): boolean {
  if (format === undefined) return false
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]/g, '')
  const [positive = ''] = bare.split(';')
  return !positive.includes('@') && /[ymdhMsb]/.test(positive)
}
