/** Questions about cells in which two people differ, as lines with buttons. */
import { pageWords } from '../../../words/desk-page'
import type { Scalar } from '../../protocol'
import type { ChoiceButton, ChoiceLine } from '../ui/choices'
import { differsFrom, excerpt } from './excerpt'
import type { Differing, Question, QuestionKind } from './differing'
import { countOf } from './typed-cells'

const words = pageWords.both

const captions: Readonly<Record<QuestionKind, { other: string; stay: string }>> = {
  overwrote: { other: words.restoreTheirs, stay: words.keepMine },
  overwritten: { other: words.restoreMine, stay: words.keepTheirs },
  newer: { other: words.useMine, stay: words.keepTheirs },
}

export type Choose = (id: number, cells: readonly Differing[], isOther: boolean) => void

export function linesOf(questions: readonly Question[], choose: Choose): ChoiceLine[] {
  return questions.map((question) => {
    const [cell, ...more] = question.cells
    const isOne = more.length === 0 && countOfLetter(question) <= 1
    return cell && isOne ? lineOf(question, cell, choose) : blockOf(question, choose)
  })
}

const countOfLetter = ({ letters }: Question): number => {
  const letter = letters[letters.length - 1]
  return letter ? countOf(letter.edit) : 0
}

function blockOf(question: Question, choose: Choose): ChoiceLine {
  const { id, kind, cells } = question
  const text = {
    overwrote: words.overwroteMany(cells.length),
    overwritten: words.overwrittenMany(cells.length),
    newer: words.newerMany(cells.length, countOfLetter(question)),
  }[kind]
  const button = (caption: string, isOther: boolean): ChoiceButton => ({
    caption: words.all(caption),
    label: words.all(caption),
    press: () => choose(id, question.cells, isOther),
  })
  const buttons = [button(captions[kind].other, true), button(captions[kind].stay, false)]
  const parts = cells.map((cell) => lineOf(question, cell, choose))
  return { key: String(id), text, title: '', buttons, parts }
}

function lineOf(question: Question, cell: Differing, choose: Choose): ChoiceLine {
  const { id, kind, earlier } = question
  const [mine, theirs] = [shown(cell.mine), shown(cell.theirs)]
  const isChanged = cell.now !== undefined
  const tail = [
    earlier.length > 0 ? words.earlier(earlier.map((one) => cut(shown(one), 0))) : '',
    isChanged ? words.changed(cut(shown(cell.now ?? null), 0)) : '',
  ].join('')
  const from = differsFrom(mine, theirs)
  const button = (caption: string, isOther: boolean): ChoiceButton => ({
    caption,
    label: words.of(caption, cell.cell),
    press: () => choose(id, [cell], isOther),
  })
  return {
    key: `${id} ${cell.sheet} ${cell.row} ${cell.column}`,
    text: words[kind](cell.cell, cut(mine, from), cell.who, cut(theirs, from)) + tail,
    title: words[kind](cell.cell, mine, cell.who, theirs) + tail,
    buttons: [button(captions[kind].other, true), button(isChanged ? words.keepNow : captions[kind].stay, false)],
    parts: [],
  }
}

const shown = (value: Scalar | null): string => (value === null ? pageWords.saving.emptied : String(value))

const MOST = 24

const cut = (text: string, from: number): string => excerpt(text, from, MOST)
