/** A desk of its own process: takes edits without end and prints each one as it is acknowledged. */
import { readFileSync } from 'node:fs'
import { openOffice } from '../../../src/desk/office'
import type { Person } from '../../../src/desk/protocol'
import { bookToXlsx } from '../../../src/desk/xlsx'

const [, , workbook = '', services = '', first = '1'] = process.argv
const people = ['li', 'wang', 'zhao'].map((id): Person => ({ id, name: id, role: 'editor', colour: '#000000' }))

async function editWithoutEnd(): Promise<void> {
  const code = { services: readFileSync(services, 'utf8'), bundle: 'function onEdit(e) { e.range.setNote("noted") }' }
  const office = await openOffice({ workbook, who: 'child', ...code, toXlsx: bookToXlsx, restSeconds: 0.02 })
  for (let value = Number(first); ; value += people.length) {
    await Promise.all(
      people.map(async (person, at) => {
        const mine = value + at
        const place = { sheet: 0, row: (mine % 30) + 1, column: 3 + (mine % 5) }
        await office.edit(person, { ...place, values: [[mine]], base: office.seq })
        process.stdout.write(`${place.row},${place.column} ${mine}\n`)
      }),
    )
  }
}

void editWithoutEnd()
