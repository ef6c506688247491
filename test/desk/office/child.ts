/** A desk of its own process: takes edits without end and prints each one as it is acknowledged. */
import { openOffice } from '../../../src/desk/office'
import type { Person } from '../../../src/desk/protocol'
import { bookToXlsx } from '../../../src/desk/xlsx'
import { layout } from '../../../src/workbook'

const [, , workbook = '', first = '1'] = process.argv
const people = ['li', 'wang', 'zhao'].map((id): Person => ({
  id,
  name: id,
  role: 'editor',
  colour: '#000000',
  line: 'solid',
}))

const table = layout().tabs.find(({ key }) => key === 'table3')
const inputs = (table?.cells ?? []).filter(({ isInput }) => isInput)

async function editWithoutEnd(): Promise<void> {
  const office = await openOffice({ workbook, who: 'child', version: '0', toXlsx: bookToXlsx, restSeconds: 0.02 })
  const sheet = office.book.sheets.find(({ name }) => name === table?.name)?.id ?? -1
  for (let value = Number(first); ; value += people.length) {
    await Promise.all(
      people.map(async (person, at) => {
        const mine = value + at
        const { row, column } = inputs[mine % inputs.length] ?? { row: 0, column: 0 }
        // Not a figure as it should be: each edit is marked as well.
        await office.edit(person, { sheet, row, column, values: [[`${mine}件`]], base: office.seq })
        process.stdout.write(`${row},${column} ${mine}\n`)
      }),
    )
  }
}

void editWithoutEnd()
