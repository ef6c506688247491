/** From where on a workbook goes through the library piece by piece, and how large a piece is. */
export interface Sizes {
  /** Cells of a book that is written at once at the most. */
  cells: number
  /** Bytes of XML, as the file itself says, that are read at once at the most. */
  xml: number
  /** Cells of a piece that is written. */
  written: number
  /** Cells of a piece that is read: so few that what the library makes of them is gone before it grows old. */
  read: number
}

/** The library takes one to two kilobytes for a cell. */
export const USUAL_SIZES: Sizes = { cells: 20_000, xml: 2_000_000, written: 8_000, read: 500 }
