import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { menuItems } from '../../src/actions'
import { edition2021 as form, figures, identities, table3Rows, yearlyIdentities } from '../../src/form'
import { menuWords } from '../../src/words/actions'
import { narrativeMessages } from '../../src/words/narrative-checks'
import { tabNames } from '../../src/words/tabs'

const glossary = readFileSync('docs/glossary.md', 'utf8')

/** The first two cells of each row of the one table below a heading: an id and its official label. */
function rowsBelow(heading: string): [id: string, label: string][] {
  const [, chapter = '', ...more] = glossary.split(`\n### ${heading}\n`)
  expect(more).toEqual([])
  const [own = ''] = chapter.split(/\n#{2,3} /)
  return [...own.matchAll(/^\| `([^`]+)` \| ([^|]*) \|/gm)].map(([, id = '', label = '']) => [id, label])
}

const labelled = (list: readonly { id: string; label: string }[]): [string, string][] => [
  ...new Map(list.map(({ id, label }) => [id, label])),
]

describe('the form in the glossary', () => {
  it.each([
    ['Table 2, rows', form.table2.blocks.flatMap(({ rows }) => rows)],
    ['Table 2, columns', form.table2.blocks.flatMap(({ columns }) => columns)],
    ['Table 3, rows', table3Rows],
    ['Table 3, columns', form.table3.columns],
    ['Table 4, groups', form.table4.groups],
    ['Table 4, columns', form.table4.columns],
  ])('%s: every id once, with its official label', (heading, list) => {
    expect(rowsBelow(heading)).toEqual(labelled(list))
  })

  it('leaves no row and no column of a figure out', () => {
    for (const { id, table, row, column } of figures) {
      const [rows, columns] = [table === 'table4' ? 'groups' : 'rows', 'columns']
      const listed = [rows, columns].map((part) => rowsBelow(`Table ${table.slice(-1)}, ${part}`).map(([one]) => one))
      expect([id, listed[0]?.includes(row), listed[1]?.includes(column)]).toEqual([id, true, true])
    }
  })

  it('has the sections, numbered and titled as the form has them', () => {
    const sections = form.sections.map(({ ordinal, title, content }) => [
      'table' in content ? content.table : content.narrative,
      `${ordinal}、${title}`,
    ])
    expect(rowsBelow('Sections')).toEqual(sections)
  })

  it('has every family of identities', () => {
    const families = new Set([...identities, ...yearlyIdentities].map(({ family }) => family))
    expect(rowsBelow('Identities (勾稽关系)').map(([id]) => id)).toEqual([...families])
  })
})

describe('the workbook in the glossary', () => {
  it('has every tab by its key, in order', () => {
    expect(rowsBelow('Tabs')).toEqual(Object.entries(tabNames))
  })

  it('has every menu item with its function, in the order of the menu', () => {
    expect(menuItems.length).toBe(Object.keys(menuWords).length - 1)
    expect(rowsBelow(`Menu ${menuWords.menu}`)).toEqual(menuItems.map(({ command, caption }) => [command, caption]))
  })

  it('has every kind of claim with the words for it', () => {
    expect(rowsBelow('Claims')).toEqual(Object.entries(narrativeMessages.kinds))
  })
})
