import { balanceFormat } from '../words/balance'
import type { Look, LookName } from './types'

const INPUT = '#FFF8DC'
const TOTAL = '#E7E6E6'
/** Of a label beside an entry, and of the names of columns. */
export const LABEL_COLOUR = '#DCE6F1'
const LABEL = '#F5F8FC'
/** Of what a command writes for the person who fills in. */
export const MACHINE_COLOUR = '#EAF4FB'

/** Of guidance, which is for the screen and stands on no paper. */
export const HINT_COLOUR = '#7F6000'

const base: Look = {
  background: null,
  fontColor: null,
  fontSize: 11,
  bold: false,
  wrap: true,
  horizontal: 'left',
  vertical: 'middle',
  numberFormat: null,
  border: false,
}

const boxed: Look = { ...base, border: true, fontSize: 10 }

/** Colours and sizes of each look. */
export const looks: Readonly<Record<LookName, Look>> = {
  title: { ...base, fontSize: 16, bold: true, horizontal: 'center', wrap: false },
  subtitle: { ...base, horizontal: 'center' },
  hint: { ...base, fontSize: 10, fontColor: HINT_COLOUR },
  columnHeader: { ...boxed, background: LABEL_COLOUR, bold: true, horizontal: 'center' },
  rowHeader: { ...boxed, background: LABEL },
  compactHeader: { ...base, fontSize: 9, background: LABEL },
  label: { ...boxed, background: LABEL_COLOUR, bold: true },
  input: { ...boxed, background: INPUT, horizontal: 'center' },
  lineInput: { ...boxed, background: INPUT, fontSize: 11, numberFormat: '@' },
  // Not `@`: some versions of Excel show a long text in such a cell as ####.
  textInput: { ...boxed, background: INPUT, fontSize: 11, vertical: 'top' },
  total: { ...boxed, background: TOTAL, bold: true, horizontal: 'center' },
  // A difference is told in words and colour by its format, which Excel, WPS and Google Sheets show as well.
  balance: { ...boxed, background: TOTAL, bold: true, horizontal: 'center', numberFormat: balanceFormat },
  plain: { ...base, vertical: 'top' },
  machine: { ...boxed, background: MACHINE_COLOUR, vertical: 'top' },
  exactText: { ...base, fontSize: 8, wrap: false, numberFormat: '@' },
}
