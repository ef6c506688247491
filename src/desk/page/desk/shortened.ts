/** What was typed, as a message names it: one line, so that the message stays one as well. Pure. */
import { clipped, oneLine } from '../../../words/one-line'

const MOST = 30

export const shortened = (text: string): string => clipped(oneLine(text), MOST)
