import { expect, it } from '@jest/globals'
import { savingWords } from '../../../src/words/desk-saving'

it('of a desk that was ended it is told whose computer it ran on, what is kept here, and when it comes back', () => {
  expect(savingWords.ended(2, true, '192.168.1.5:8080')).toBe(
    '运行工作台的那台电脑上，程序已经关闭。2 处修改和正在填写的内容还没有保存，留在这个浏览器里：' +
      '新链接以 http://192.168.1.5:8080/ 开头的，打开后接着保存；不是这样开头的，请先抄下来。' +
      '要继续，请那边重新启动工作台，把新的链接发给您，在这个浏览器里打开。',
  )
  expect(savingWords.ended(0, false, '127.0.0.1:8080')).toBe(
    '工作台程序已经关闭。填写的内容都已保存。' + '要继续，请重新启动工作台，用它打开的新页面或者启动窗口里的链接进入。',
  )
  expect(savingWords.dead(0, true, '192.168.1.5:8080')).toBe(
    '这个页面的链接已经失效（工作台重新启动过，或者您很久没有使用）。' +
      '正在填写的内容还没有保存，留在这个浏览器里：' +
      '新链接以 http://192.168.1.5:8080/ 开头的，打开后接着保存；不是这样开头的，请先抄下来。' +
      '请向运行工作台的人要新的链接，在这个浏览器里重新打开。',
  )
})
