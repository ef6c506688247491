/** A save that fails is told in words; a fault of the program is reported as well, and its own message is for nobody. */
import { afterEach, expect, it } from '@jest/globals'
import { StoreError } from '../../../src/desk/store'
import { XlsxError } from '../../../src/desk/xlsx'
import { diskWords } from '../../../src/words/disk'
import { storeWords } from '../../../src/words/store'
import { smallBook } from '../store/folder'
import { closeAll, desk, li, type } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

const fault = new Error('A piece of the workbook numbers its looks otherwise')

async function reasonTold({ office }: Desk): Promise<string> {
  const told = new Promise<string>((known) => {
    const stop = office.subscribe((event) => {
      if (event.type !== 'file' || event.isWritten) return
      stop()
      known(event.reason ?? '')
    })
  })
  await type({ office } as Desk, li, 1, 3, 'x')
  return told
}

it.each<[string, Error, string, Error[]]>([
  ['a fault of the program', fault, storeWords.faultSaving('年报.xlsx'), [fault]],
  ['of the store', new StoreError('有话'), '有话', []],
  ['of the file', new XlsxError('longText', '太长'), '太长', []],
  ['of the disk', Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }), diskWords.full, []],
])('%s', async (_, error, reason, reported) => {
  let isBroken = false
  const faults: unknown[] = []
  const one = await desk(smallBook(), {
    restSeconds: 0.01,
    onFault: (found) => faults.push(found),
    toXlsx: async () => {
      if (isBroken) throw error
      return new Uint8Array([1])
    },
  })
  await one.office.versions.whenIdle()
  isBroken = true
  expect([await reasonTold(one), faults]).toEqual([reason, reported])
  expect(one.events).toContainEqual({ type: 'notice', text: reason })
})
