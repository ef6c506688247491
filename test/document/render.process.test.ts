import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { documentOf, toDocx } from '../../src/document'
import { grids, type TableId } from '../../src/form'
import { writtenForm, type Report } from '../../src/report'
import { isInstalled } from '../desk/support/libreoffice.process'
import { cityOfNineDigits, empty, houzhai, nineDigits } from './reports'

const isAtHand = ['soffice', 'pdftotext', 'pdfinfo'].every(isInstalled)
let folder = ''

const reports: Record<string, Report | undefined> = { houzhai, city: cityOfNineDigits(), nineDigits, empty }
const names = Object.keys(reports).filter((name) => reports[name] !== undefined)

function run(program: string, args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 120_000 })
  if (error ?? status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`)
  return stdout
}

function renderAll() {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-render-'))
  for (const name of names) writeFileSync(join(folder, `${name}.docx`), toDocx(documentOf(reports[name] ?? empty)))
  writeFileSync(join(folder, 'draft.docx'), toDocx(documentOf(houzhai, { draft: true })))
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const files = [...names, 'draft'].map((name) => join(folder, `${name}.docx`))
  run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files])
}

const pdf = (name: string) => join(folder, `${name}.pdf`)

/** The text of each page as it lies on the page. */
const pagesOf = (name: string) =>
  run('pdftotext', ['-layout', pdf(name), '-'])
    .split('\f')
    .slice(0, -1)

/** The words of a document as its page sets them: a number broken over two lines is two words. */
const wordsOf = (name: string) =>
  [...run('pdftotext', ['-bbox', pdf(name), '-']).matchAll(/<word [^>]*>(.*?)<\/word>/g)].map(([, word = '']) => word)

const printed = (report: Report, table: TableId) =>
  grids[table].cells.flatMap(({ figure }) => (figure ? writtenForm(report.figures[figure]) : []))

// Where CI is set the programs must be there: the test then fails instead of being skipped.
const describeRendered = isAtHand || process.env['CI'] ? describe : describe.skip

describeRendered('rendered by LibreOffice (skipped without soffice and poppler)', () => {
  beforeAll(renderAll)
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(names)('%s takes at most 6 pages of A4', (name) => {
    const info = run('pdfinfo', [pdf(name)])
    expect(Number(/Pages:\s+(\d+)/.exec(info)?.[1])).toBeLessThanOrEqual(6)
    expect(info).toMatch(/Page size:.*\(A4\)/)
  })

  it.each(names)('%s has each table whole on one page', (name) => {
    const pages = pagesOf(name)
    const together = (first: string, last: string) =>
      pages.filter((page) => page.includes(first) && page.includes(last)).length
    expect(together('规章', '行政事业性收费')).toBe(1)
    expect(together('一、本年新收政府信息公开申请数量', '四、结转下年度继续办理')).toBe(1)
    expect(together('未经复议直接起诉', '复议后起诉')).toBe(1)
    expect(pages.filter((page) => page.includes('一、本年新收政府信息公开申请数量'))).toHaveLength(1)
  })

  it.each(['city', 'nineDigits'].filter((name) => names.includes(name)))('%s has every number in one piece', (name) => {
    const words = new Set(wordsOf(name))
    const numbers = (['table2', 'table3', 'table4'] as const).flatMap((table) => printed(reports[name] ?? empty, table))
    expect(numbers.some((number) => number.length === 9)).toBe(true)
    expect(numbers.filter((number) => !words.has(number))).toEqual([])
  })

  it('numbers every page, odd ones right and even ones left', () => {
    pagesOf('houzhai').forEach((page, i) => {
      const line = page.split('\n').find((text) => /^\s*—\s*\d+\s*—\s*$/.test(text)) ?? ''
      expect(line.trim().replace(/\s+/g, '')).toBe(`—${i + 1}—`)
      const indent = line.length - line.trimStart().length
      expect(indent > 15).toBe(i % 2 === 0)
    })
  })

  it('marks every page of a draft', () => {
    const pages = pagesOf('draft')
    expect(pages.filter((page) => page.includes('草稿'))).toHaveLength(pages.length)
  })
})
