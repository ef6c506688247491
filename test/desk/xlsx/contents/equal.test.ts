import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { bookToXlsx } from '../../../../src/desk/xlsx'
import { readXlsx } from '../../../../src/desk/xlsx/contents'
import { openXlsx } from '../../../../src/desk/xlsx/read-book'
import { recalculated } from '../../../../src/desk/book'
import type { Cell, Sheet } from '../../../../src/desk/book'
import { runs } from '../../../support/runs'
import { fullBook } from '../books'
import { changedFile, changes, wideBook } from '../changed-files'
import { randomBook } from '../random-books'

/** A link to a cell names it in one way in the file and in another on the desk. */
const withoutLink = (formula: string | undefined): string | undefined =>
  formula?.startsWith('=HYPERLINK(') ? '=HYPERLINK' : formula

const contentOf = ({ value, formula }: Cell) => ({
  ...(value !== undefined && value !== '' && { value }),
  ...(formula !== undefined && { formula: withoutLink(formula) }),
})

/** What both readers read of a tab. */
function readOf({ name, hidden, cells, merges, hiddenRows, hiddenColumns }: Sheet) {
  const contents = Object.entries(cells).map(([key, cell]) => [key, contentOf(cell)] as const)
  const filled = contents.filter(([, content]) => Object.keys(content).length > 0)
  return { name, hidden, cells: Object.fromEntries(filled), merges, hiddenRows, hiddenColumns }
}

async function bothOf(xlsx: Uint8Array, xml?: number) {
  const full = await openXlsx(xlsx)
  const contents = readXlsx(xlsx, xml === undefined ? undefined : { xml })
  return {
    full: {
      kind: full.kind,
      sheets: (full.kind === 'ours' ? recalculated(full.book).sheets : full.sheets).map(readOf),
    },
    contents: {
      kind: contents.kind,
      sheets: (contents.kind === 'ours'
        ? recalculated(contents.book).sheets
        : contents.tabs.map(({ sheet }) => sheet)
      ).map(readOf),
    },
  }
}

async function expectEqual(xlsx: Uint8Array): Promise<void> {
  const { full, contents } = await bothOf(xlsx)
  expect(contents).toEqual(full)
  expect((await bothOf(xlsx, 0)).contents).toEqual(full)
}

/** Their results are those of no program, so the formulas are left out. */
const withoutFormulas = (sheet: Sheet): Sheet => ({
  ...sheet,
  cells: Object.fromEntries(
    Object.entries(sheet.cells).map(([key, { formula, ...cell }]) => [key, formula === undefined ? cell : {}]),
  ),
})

describe('the reader of contents reads what the library reads', () => {
  it('of one of everything', async () => {
    await expectEqual(await bookToXlsx(fullBook))
    await expectEqual(await bookToXlsx(wideBook))
  })

  it.each(changes)('of a file of another program %s', async (_, change) => {
    await expectEqual(await changedFile(change))
  })

  it('of any workbook', async () => {
    await fc.assert(
      fc.asyncProperty(randomBook, async (given) => {
        await expectEqual(await bookToXlsx({ ...given, sheets: given.sheets.map(withoutFormulas) }))
      }),
      runs(60),
    )
  })

  const folder = '../shared/cases/files'
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xlsx')) : []
  const published = files.length > 0 ? it.each(files) : it.skip.each(['the cases beside the checkout'])
  published('of %s', async (name) => {
    await expectEqual(new Uint8Array(readFileSync(join(folder, name))))
  })
})
