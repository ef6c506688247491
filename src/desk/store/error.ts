/** The workbook cannot be opened, kept or saved. `message` is Chinese, for the user. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}
