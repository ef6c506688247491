/** A person as the others see them. */
import type { Person } from '../protocol'
import type { Session } from './sessions'

const colours = ['#b3261e', '#00639b', '#6750a4', '#386a20', '#8b5000', '#9c4146', '#006a6a', '#5b5f00']

function colourOf(id: string): string {
  const sum = [...id].reduce((total, sign) => total + (sign.codePointAt(0) ?? 0), 0)
  return colours[sum % colours.length] ?? '#00639b'
}

export const personOf = ({ id, name, role }: Session): Person => ({ id, name, role, colour: colourOf(id) })
