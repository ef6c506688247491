/** Scenarios of 校验结果侧栏 and what is done from it. */
import type { Sidebar, SidebarUpdate } from '../../src/actions'
import { changed, faulty, figure, filledBook, foreign, tabs } from './books'
import type { Told } from './driver'
import type { Recorder } from './record'
import { call } from './table'
import type { Table } from './table'

/** The sidebar as a command gives it. */
export const sidebarOf = (desk: Recorder): Sidebar => desk.call('showFindings').value as Sidebar

const totalRepair = ({ repairs }: Sidebar): string =>
  repairs.find(({ changes }) => changes.length === 1 && changes[0]?.isFormula)?.id ?? 'none'

const undoIn = ({ value }: Told): string => (value as SidebarUpdate).sidebar.undo?.id ?? 'none'
const stateIn = ({ value }: Told): string => (value as SidebarUpdate).sidebar.state

export const fingerprintIn = ({ groups }: Sidebar, part: string): string =>
  groups.flatMap(({ findings }) => findings).find(({ message }) => message.includes(part))?.fingerprint ?? 'none'

export const sidebars: Table = [
  [
    '校验结果侧栏 before any check and after one',
    faulty,
    (desk) => {
      desk.call('showFindings')
      desk.call('showFindings')
      desk.call('areFindingsFresh')
    },
  ],
  ['校验结果侧栏 of a report without errors', filledBook, call('showFindings')],
  ['校验结果侧栏 in a spreadsheet that is not ours', foreign, call('showFindings')],
  [
    '校验 from the sidebar after an edit',
    faulty,
    (desk) => {
      desk.call('showFindings')
      desk.edit(tabs.table3, 'D7', [80])
      desk.call('areFindingsFresh')
      desk.call('showFindings')
      desk.call('refreshFindings')
    },
  ],
  [
    'going to a cell, and to one of a tab that is gone',
    filledBook,
    (desk) => {
      desk.call('goToCell', [tabs.table3, 'J9'])
      desk.call('goToCell', ['无', 'A1'])
    },
  ],
  [
    'a repair of a total, taken back',
    faulty,
    (desk) => {
      const repaired = desk.call('applyRepair', [[totalRepair(sidebarOf(desk))]])
      desk.call('undoRepair', [undoIn(repaired)])
      desk.call('undoRepair', [undoIn(repaired)])
    },
  ],
  [
    'all safe repairs at once, taken back',
    faulty,
    (desk) => {
      const repaired = desk.call('applyRepair', [sidebarOf(desk).safe.ids])
      desk.call('undoRepair', [undoIn(repaired)])
    },
  ],
  [
    'a repair of a formula that a person had put into an input',
    () =>
      changed(filledBook(), (book) => {
        const sheet = book.sheets.find(({ name }) => name === tabs.table3)
        if (sheet) sheet.cells['9,6'] = { formula: '="０"', value: '０' }
      }),
    (desk) => {
      const repaired = desk.call('applyRepair', [sidebarOf(desk).safe.ids])
      desk.call('undoRepair', [undoIn(repaired)])
    },
  ],
  [
    'a repair where the cell holds something else by now',
    faulty,
    (desk) => {
      const id = totalRepair(sidebarOf(desk))
      desk.meanwhile((book) => Object.assign(book, changed(book, figure('table4.review.total', 98))))
      desk.call('applyRepair', [[id]])
    },
  ],
  [
    'a repair that nobody offers, and none at all',
    faulty,
    (desk) => {
      desk.call('showFindings')
      desk.call('applyRepair', [['0000000000000000']])
      desk.call('applyRepair', [[]])
    },
  ],
  [
    'taking back where somebody has gone on',
    faulty,
    (desk) => {
      const repaired = desk.call('applyRepair', [sidebarOf(desk).safe.ids])
      desk.meanwhile((book) => Object.assign(book, changed(book, figure('table2.licensing.decisions', 13))))
      desk.call('undoRepair', [undoIn(repaired)])
    },
  ],
  [
    'taking back from a sidebar that shows an earlier repair',
    faulty,
    (desk) => {
      const sidebar = sidebarOf(desk)
      const first = desk.call('applyRepair', [sidebar.safe.ids])
      desk.call('areFindingsFresh', [stateIn(first)])
      const second = desk.call('applyRepair', [[totalRepair(sidebar)]])
      desk.call('areFindingsFresh', [stateIn(first)])
      desk.call('undoRepair', [undoIn(first)])
      desk.call('refreshFindings', [true])
      desk.call('areFindingsFresh', [stateIn(second)])
      desk.call('undoRepair', [undoIn(second)])
    },
  ],
  [
    'a finding accepted, checked again, withdrawn',
    faulty,
    (desk) => {
      const fingerprint = fingerprintIn(sidebarOf(desk), '现为 9（')
      desk.call('acceptFinding', [fingerprint, ' 原件如此，已与法规科核对 '])
      desk.call('checkWorkbook')
      desk.call('showFindings')
      desk.call('withdrawAcceptance', [fingerprint])
      desk.call('withdrawAcceptance', [fingerprint])
    },
  ],
  [
    'a finding accepted no longer once its values change',
    faulty,
    (desk) => {
      desk.call('acceptFinding', [fingerprintIn(sidebarOf(desk), '现为 9（'), '原件如此'])
      desk.meanwhile((book) => Object.assign(book, changed(book, figure('table4.review.total', 98))))
      desk.call('refreshFindings')
    },
  ],
  [
    'acceptance without a reason, or of nothing',
    faulty,
    (desk) => {
      desk.call('acceptFinding', [fingerprintIn(sidebarOf(desk), '现为 9（'), '   '])
      desk.call('acceptFinding', ['0000000000000000', '原件如此'])
    },
  ],
]
