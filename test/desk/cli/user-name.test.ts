import { expect, it } from '@jest/globals'
import { personNamed } from '../../../src/desk/cli/user-name'

it.each([
  ['root', ''],
  ['Administrator', ''],
  [' admin ', ''],
  ['user', ''],
  ['zhang', 'zhang'],
  ['李工', '李工'],
  ['rooter', 'rooter'],
])('the account %p is the person %p', (account, person) => expect(personNamed(account)).toBe(person))
