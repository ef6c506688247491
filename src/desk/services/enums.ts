/** Google's enumerations: values are objects that are equal only to themselves and print as their names. */

class EnumValue {
  constructor(
    private readonly label: string,
    private readonly place: number,
  ) {}
  toString(): string {
    return this.label
  }
  toJSON(): string {
    return this.label
  }
  name(): string {
    return this.label
  }
  ordinal(): number {
    return this.place
  }
  compareTo(other: EnumValue): number {
    return this.place - other.place
  }
}

/** `Enum` is Google's type of the whole enumeration; a value it has and the desk lacks throws by its name. */
function enumeration<Enum>(title: string, names: readonly (keyof Enum & string)[]): Enum {
  const values = Object.fromEntries(names.map((name, index) => [name, Object.freeze(new EnumValue(name, index))]))
  return new Proxy(Object.freeze(values), {
    get: (all, name) => {
      const value = typeof name === 'string' ? all[name] : undefined
      if (value || typeof name === 'symbol') return value
      throw new Error(`${title}.${name} is not available on the desk`)
    },
  }) as Enum
}

type Sheets = typeof GoogleAppsScript.Spreadsheet

export const Button = enumeration<typeof GoogleAppsScript.Base.Button>('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO'])

export const ButtonSet = enumeration<typeof GoogleAppsScript.Base.ButtonSet>('ButtonSet', [
  'OK',
  'OK_CANCEL',
  'YES_NO',
  'YES_NO_CANCEL',
])

export const BorderStyle = enumeration<Sheets['BorderStyle']>('BorderStyle', [
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
])

export const DataValidationCriteria = enumeration<Sheets['DataValidationCriteria']>('DataValidationCriteria', [
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'DATE_IS_VALID_DATE',
  'DATE_NOT_BETWEEN',
  'DATE_ON_OR_AFTER',
  'DATE_ON_OR_BEFORE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL',
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CUSTOM_FORMULA',
  'CHECKBOX',
])

export const Dimension = enumeration<Sheets['Dimension']>('Dimension', ['COLUMNS', 'ROWS'])

export const ProtectionType = enumeration<Sheets['ProtectionType']>('ProtectionType', ['RANGE', 'SHEET'])

export const SheetType = enumeration<Sheets['SheetType']>('SheetType', ['GRID', 'OBJECT'])

export const WrapStrategy = enumeration<Sheets['WrapStrategy']>('WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP'])
