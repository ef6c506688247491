import { expect, it } from '@jest/globals'
import { Saver } from '../../../src/desk/office/saver'

/** A disk that refuses the first `failing` writes. */
function saver(failing: number) {
  const said: string[] = []
  let writes = 0
  let known: () => void = () => undefined
  const isWritten = new Promise<void>((resolve) => (known = resolve))
  const one = new Saver({
    rest: 0.02,
    most: 60,
    again: 0.03,
    write: async () => {
      writes += 1
      if (writes <= failing) throw new Error('full')
    },
    reasonOf: String,
    failed: (reason) => said.push(reason),
    written: () => {
      said.push('written')
      known()
    },
  })
  return { one, said, isWritten }
}

it('a save that somebody asked for and that failed is told and tried again, as one by itself', async () => {
  const { one, said, isWritten } = saver(2)
  one.changed()
  await expect(one.now()).rejects.toThrow('full')
  await isWritten
  expect(said).toEqual(['Error: full', 'written'])
})

it('the last save is not tried again: who asked for it is told', async () => {
  const { one, said } = saver(1)
  await expect(one.last()).rejects.toThrow('full')
  expect(said).toEqual([])
})
