/** A cell takes what is typed as Excel does; a text of the editor is always meant as it stands. */
import { typedText } from '../view/grid/edit-text'

/** As it is typed into the cell: with an apostrophe before what would be read as a number, a day or a formula. */
export const typedOf = (text: string, format: string | undefined): string =>
  text === '' ? '' : typedText(text, format)

/** The text that was typed so. */
export const textOf = (typed: string, format: string | undefined): string =>
  typed.startsWith("'") && format !== '@' ? typed.slice(1) : typed
