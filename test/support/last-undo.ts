import { undoOf } from '../../src/actions/sidebar/stored-undo'
import type { Book } from '../../src/desk/book'

/** The name that 撤销 of a sidebar sends, were it opened now; `none`: it would offer nothing. */
export const lastUndo = ({ properties }: Pick<Book, 'properties'>): string => undoOf(properties)?.id ?? 'none'
