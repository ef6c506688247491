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
  // Loaded anew, the page is where she was.
  await page.reload()
  await page.getByRole('tab', { name: /三、/, selected: true }).waitFor()
  await findings
    .getByText(/错误 [3-9]/)
    .first()
    .waitFor()
  // Another workbook is opened: a reviewer has filled in nothing that could be saved.
  const form = new FormData()
  form.set('unit', '示例局')
  form.set('year', '2024')
  expect((await visitor.send('/api/new', form)).status).toBe(200)
  await page.getByText('您发出的批注都已保存。').waitFor()
  await page.getByText('留在这里可以继续查看，不能批注。').waitFor()
  expect(await everyFaultOfAll(page)).toEqual([])
})

it('opens a text without a mouse, and comments on words of it', async () => {
  const desk = await own.start({ isShared: true })
  const { page } = await own.enterAs('王审核', desk.links.reviewer[0])
  await page.getByRole('tab', { name: /一、/, selected: true }).waitFor()
  const { keyboard } = page
  await page.locator('.cells [data-cell="A1"][aria-selected=true]').waitFor()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight']) await keyboard.press(key)
  await page.locator('.cells [data-cell="B5"][aria-selected=true]').waitFor()
  for (const key of ['F2', 'Enter']) {
    await keyboard.press(key)
    const field = page.locator('.text-field:focus')
    await field.waitFor()
    await keyboard.press('Control+Home')
    for (let at = 0; at < 4; at++) await keyboard.press('Shift+ArrowRight')
    expect(await field.evaluate((text: HTMLTextAreaElement) => [text.selectionStart, text.selectionEnd])).toEqual([
      0, 4,
    ])
    if (key === 'F2') await keyboard.press('Escape')
    await page.locator('.text-editor').waitFor({ state: key === 'F2' ? 'hidden' : 'visible' })
  }
  // Nothing of it can be changed.
  const field = page.locator('.text-field')
  const before = await field.inputValue()
  await keyboard.type('x')
  await keyboard.press('Delete')
  expect([await field.inputValue(), await field.getAttribute('aria-readonly')]).toEqual([before, 'true'])
  const quoted = await page.locator('.text-field').evaluate((text: HTMLTextAreaElement) => text.value.slice(0, 4))
  await keyboard.press('Control+Alt+m')
  await keyboard.insertText('请核对')
  await keyboard.press('Control+Enter')
  await page.locator('.text-notes').getByText('请核对').waitFor()
  const { comments } = await (await own.visit()).book()
  expect(comments.map(({ entries }) => entries[0]?.text)).toEqual([`“${quoted}”\n请核对`])
})
