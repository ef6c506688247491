interface Field {
  instruction: string
  isResult: boolean
}

const MOST_FIELDS = 64

/** A table of contents repeats the headings. */
const isContents = ({ instruction, isResult }: Field): boolean => isResult && /^\s*TOC\b/i.test(instruction)

/** The fields that are open, from the outermost inwards. */
export class Fields {
  private readonly all: Field[] = []

  /** Takes a mark at which a field begins, gives its result or ends. */
  take(type: string): void {
    const field = this.all[this.all.length - 1]
    if (type === 'begin' && this.all.length < MOST_FIELDS) this.all.push({ instruction: '', isResult: false })
    else if (type === 'separate' && field) field.isResult = true
    else if (type === 'end') this.all.pop()
  }

  takeInstruction(text: string): void {
    const field = this.all[this.all.length - 1]
    if (field) field.instruction += text
  }

  get isInContents(): boolean {
    return this.all.some(isContents)
  }
}
