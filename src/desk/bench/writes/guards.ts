/** Writes that restrict typing: validations and protections. */
import { without } from '../../../workbook'
import { inside, tabOf } from './target'
import type { Of, Target } from './target'

export function validate(target: Target, { area, rule }: Of<'validate'>): void {
  const sheet = tabOf(target, area.tab)
  const { row, column, rows, columns } = inside(sheet, area)
  const own = { row, column, rows, columns }
  const others = sheet.validations.flatMap((entry) =>
    without(entry.area, own).map((rest) => ({ ...entry, area: rest })),
  )
  const { kind, min, help } = rule
  sheet.validations = [...others, { rule: { kind, min }, allowInvalid: true, help, area: own }]
}

/** A tab has one protection of its own: set again, it is renewed. It asks before a change and refuses none. */
export function protect(target: Target, { tab, open }: Of<'protect'>): void {
  const sheet = tabOf(target, tab)
  const before = sheet.protections.find(({ area }) => !area)
  const protection = before ?? { open: [], description: '', warningOnly: true }
  if (!before) sheet.protections.push(protection)
  protection.warningOnly = true
  if (open.length > 0) protection.open = open.map(({ row, column, rows, columns }) => ({ row, column, rows, columns }))
}
