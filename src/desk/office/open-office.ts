import { openStore } from '../store'
import { Office } from './office'
import type { OfficeOptions } from './options'

/** Opens a workbook's file. Throws a StoreError or XlsxError with a message for the user. */
export async function openOffice(options: OfficeOptions): Promise<Office> {
  const { workbook, who, journalLimit, witnesses } = options
  const clock = options.clock ?? (() => new Date())
  const limit = journalLimit === undefined ? {} : { journalLimit }
  const told = witnesses === undefined ? {} : { witnesses }
  const { store, book, messages } = await openStore(workbook, { who, clock, ...limit, ...told })
  return new Office(options, store, book, messages)
}
