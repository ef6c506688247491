import { numeralAt } from './numerals'

/** Digits, and the numerals of accounts, which stand in no word. */
const SURE = /[0-9０-９壹贰叁肆伍陆柒捌玖拾]/

/** Whether a text states a number; 一 in 统一, 进一步, 一律 or 三 in 三公 is none. */
export const hasNumeral = (text: string): boolean =>
  SURE.test(text) || text.split('').some((_, at) => numeralAt(text, at) !== null)
