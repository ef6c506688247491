/** What each key means over the cells. Pure: the view carries it out. */
import type { Direction } from './selection'

export type Command =
  | { do: 'move'; by: Direction; isJump: boolean; isExtended: boolean }
  | { do: 'page'; by: 1 | -1; isExtended: boolean }
  | { do: 'home' | 'end'; isWhole: boolean; isExtended: boolean }
  | { do: 'next'; isDown: boolean; isBack: boolean }
  | { do: 'sheet'; by: 1 | -1 }
  | { do: 'find'; isReplace: boolean }
  | { do: SimpleCommand }

type SimpleCommand =
  'all' | 'edit' | 'clear' | 'erase' | 'undo' | 'redo' | 'fillDown' | 'fillRight' | 'fillTyped' | 'newLine' | 'cancel'

/** `ready`: no cell is open; `enter`: by typing, arrows take it; `edit`: arrows move in the text. */
export type Mode = 'ready' | 'enter' | 'edit'

export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const withControl: Readonly<Record<string, SimpleCommand>> = {
  a: 'all',
  z: 'undo',
  y: 'redo',
  d: 'fillDown',
  r: 'fillRight',
}

const alone: Readonly<Record<string, SimpleCommand>> = {
  F2: 'edit',
  Delete: 'clear',
  Backspace: 'erase',
  Escape: 'cancel',
}

/** The browser has Ctrl+PageUp and PageDown for its own tabs. */
function pageCommand({ key, shiftKey }: Key, isControl: boolean): Command | null {
  const by = key === 'PageDown' ? 1 : -1
  if (!isControl) return { do: 'page', by, isExtended: shiftKey }
  return shiftKey ? { do: 'sheet', by } : null
}

function controlCommand({ key, shiftKey }: Key): Command | null {
  const letter = key.toLowerCase()
  if (letter === 'f' || letter === 'h') return { do: 'find', isReplace: letter === 'h' }
  if (letter === 'z' && shiftKey) return { do: 'redo' }
  const command = withControl[letter]
  return command === undefined || shiftKey ? null : { do: command }
}

function readyCommand(pressed: Key, isControl: boolean): Command | null {
  const { key, shiftKey, altKey } = pressed
  if (altKey) return null
  const by = arrows[key]
  if (by) return { do: 'move', by, isJump: isControl, isExtended: shiftKey }
  if (key === 'Home' || key === 'End') {
    return { do: key === 'Home' ? 'home' : 'end', isWhole: isControl, isExtended: shiftKey }
  }
  if (isControl) return controlCommand(pressed)
  const command = alone[key]
  return command === undefined ? null : { do: command }
}

function openCommand(pressed: Key, mode: Mode, isControl: boolean): Command | null {
  const { key, shiftKey } = pressed
  if (key === 'Escape') return { do: 'cancel' }
  if (key === 'F2') return { do: 'edit' }
  const by = arrows[key]
  if (by && mode === 'enter' && !shiftKey && !isControl) return { do: 'move', by, isJump: false, isExtended: false }
  if (isControl && /^[fh]$/i.test(key)) return controlCommand(pressed)
  return null
}

function enterCommand({ shiftKey, altKey }: Key, mode: Mode, isControl: boolean): Command | null {
  if (!altKey && !isControl) return { do: 'next', isDown: true, isBack: shiftKey }
  if (mode === 'ready') return null
  return { do: altKey ? 'newLine' : 'fillTyped' }
}

/** Null: the key is left to the field and the browser. */
export function commandOf(pressed: Key, mode: Mode): Command | null {
  const { key, shiftKey, altKey } = pressed
  const isControl = pressed.ctrlKey || pressed.metaKey
  if (key === 'Enter') return enterCommand(pressed, mode, isControl)
  if (key === 'Tab' && !isControl && !altKey) return { do: 'next', isDown: false, isBack: shiftKey }
  if (key === 'PageDown' || key === 'PageUp') {
    const command = pageCommand(pressed, isControl)
    return mode === 'ready' || command?.do === 'sheet' ? command : null
  }
  return mode === 'ready' ? readyCommand(pressed, isControl) : openCommand(pressed, mode, isControl)
}
