import { openStore } from '../store'
import { Office } from './office'
import type { OfficeOptions } from './options'

/** Opens a workbook's file. Throws a StoreError or XlsxError with a message for the user. */
export async function openOffice(options: OfficeOptions): Promise<Office> {
  const { workbook, who, journalLimit, witnesses, reading } = options
  const clock = options.clock ?? (() => new Date())
  const limit = journalLimit === undefined ? {} : { journalLimit }
  const told = witnesses === undefined ? {} : { witnesses }
  const read = reading && { reading }
  const { store, book, messages, beside } = await openStore(workbook, { who, clock, ...limit, ...told, ...read })
  const office = new Office(options, store, book, messages)
  office.beside = beside ?? null
  office.keepVersion()
  return office
}
