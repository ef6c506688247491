/** A reviewer begins at the report and its findings, and changes nothing by looking. */
import { expect, it } from '@jest/globals'
import { everyFaultOfAll } from './support/accessibility'
import { ownDesk } from './support/own-desk'

const own = ownDesk()

it('begins at the first part of the report beside the findings, and goes to their cells', async () => {
  const desk = await own.start({ isShared: true })
  const visitor = await own.visit()
  const before = await visitor.book()
  const { page } = await own.enterAs('王审核', desk.links.reviewer[0])
  await page.getByRole('tab', { name: /一、/, selected: true }).waitFor()
  const findings = page.frameLocator('iframe[title="校验结果"]')
  await findings.getByText('错误 2').first().waitFor()
  expect(await findings.getByRole('button', { name: /接受|应用|校验|撤/ }).count()).toBe(0)
  expect(await findings.locator('textarea').count()).toBe(0)
  expect(await everyFaultOfAll(page)).toEqual([])
  await findings.getByRole('button', { name: /各列之和 7，现为 6/ }).click()
  await page.getByRole('tab', { name: /三、/, selected: true }).waitFor()
  const { book, seq } = await visitor.book()
  expect([seq, book]).toEqual([before.seq, before.book])
  const { row, column, sheet } = {
    sheet: book.sheets.find(({ name }) => name.startsWith('三、'))?.id,
    row: 7,
    column: 4,
  }
  await visitor.done('/api/edit', { sheet, row, column, values: [[900]], base: seq })
  await findings
    .getByText(/错误 [3-9]/)
    .first()
    .waitFor()
  // Another workbook is opened: a reviewer has filled in nothing that could be saved.
  await visitor.done('/api/example', {})
  await page.getByText('您发出的批注都已保存。').waitFor()
  await page.getByText('留在这里可以继续查看，不能批注。').waitFor()
  expect(await everyFaultOfAll(page)).toEqual([])
})
