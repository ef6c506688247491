import { edition2021 } from './edition-2021'
import type { FormEdition, FormRow } from './types'

const SOURCE = '国办公开办函〔2019〕60号'
const item = (ordinal: string) => `《政府信息公开条例》第二十条第（${ordinal}）项`

const row = (id: string, label: string, source: string, variants: readonly string[] = []): FormRow => ({
  id,
  label,
  variants,
  note: '',
  source,
})

const lastYearItems = { id: 'lastYearItems', label: '上一年项目数量', unit: 'count' } as const
const change = { id: 'change', label: '本年增/减', variants: ['本年增减'], unit: 'count' } as const
const decisions = { id: 'decisions', label: '处理决定数量', unit: 'count' } as const

/**
 * The form as reports of the years 2019 and 2020 print it: another table 2, and （六）其他处理 of table 3 in one row.
 * Read and kept as its own edition; what it shares with edition 2021 is taken from there.
 */
export const edition2019: FormEdition = {
  ...edition2021,
  edition: '2019',
  source: SOURCE,
  table2: {
    leadLabel: edition2021.table2.leadLabel,
    blocks: [
      {
        heading: '第二十条第（一）项',
        columns: [
          { id: 'newlyMade', label: '本年新制作数量', unit: 'count' },
          { id: 'newlyDisclosed', label: '本年新公开数量', unit: 'count' },
          { id: 'disclosed', label: '对外公开总数量', unit: 'count' },
        ],
        rows: [
          row('regulations', '规章', item('一')),
          row('normativeDocuments', '规范性文件', item('一'), ['行政规范性文件']),
        ],
      },
      {
        heading: '第二十条第（五）项',
        columns: [lastYearItems, change, decisions],
        rows: [
          row('licensing', '行政许可', item('五')),
          row('otherServices', '其他对外管理服务事项', item('五'), ['其他对外管理服务']),
        ],
      },
      {
        heading: '第二十条第（六）项',
        columns: [lastYearItems, change, decisions],
        rows: [row('penalties', '行政处罚', item('六')), row('coercion', '行政强制', item('六'))],
      },
      {
        heading: '第二十条第（八）项',
        columns: [lastYearItems, change],
        rows: [row('fees', '行政事业性收费', item('八'))],
      },
      {
        heading: '第二十条第（九）项',
        columns: [
          { id: 'items', label: '采购项目数量', unit: 'count' },
          { id: 'amount', label: '采购总金额', unit: 'amount' },
        ],
        rows: [row('procurement', '政府集中采购', item('九'))],
      },
    ],
  },
  table3: {
    ...edition2021.table3,
    outcomes: [
      ...edition2021.table3.outcomes.slice(0, -1),
      { rows: [row('otherwise', '（六）其他处理', SOURCE, ['（六）其他'])] },
    ],
  },
}
