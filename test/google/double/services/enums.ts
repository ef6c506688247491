/** Google's enumerations: values are objects that are equal only to themselves and print as their names. */

class EnumValue {
  constructor(private readonly label: string) {}

  toString(): string {
    return this.label
  }
}

/** `Enum` is Google's type of the whole enumeration; a value it has and the double lacks throws by its name. */
function enumeration<Enum>(title: string, names: readonly (keyof Enum & string)[]): Enum {
  const values = Object.fromEntries(names.map((name) => [name, Object.freeze(new EnumValue(name))]))
  return new Proxy(Object.freeze(values), {
    get: (all, name) => {
      const value = typeof name === 'string' ? all[name] : undefined
      if (value || typeof name === 'symbol') return value
      throw new Error(`${title}.${name} is not in the double`)
    },
  }) as Enum
}

export const Button = enumeration<typeof GoogleAppsScript.Base.Button>('Button', ['CLOSE', 'OK', 'YES', 'NO'])

export const ButtonSet = enumeration<typeof GoogleAppsScript.Base.ButtonSet>('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO'])

export const AuthMode = enumeration<typeof GoogleAppsScript.Script.AuthMode>('AuthMode', ['FULL'])

export const AuthorizationStatus = enumeration<typeof GoogleAppsScript.Script.AuthorizationStatus>(
  'AuthorizationStatus',
  ['NOT_REQUIRED', 'REQUIRED'],
)

export const ProtectionType = enumeration<typeof GoogleAppsScript.Spreadsheet.ProtectionType>('ProtectionType', [
  'SHEET',
])

export const DataValidationCriteria = enumeration<typeof GoogleAppsScript.Spreadsheet.DataValidationCriteria>(
  'DataValidationCriteria',
  ['CUSTOM_FORMULA', 'NUMBER_GREATER_THAN_OR_EQUAL_TO'],
)
