/** A `select`: a page shows its selected option, else the first. */
export class SelectField {
  private readonly options: { text: string; isSelected: boolean }[] = []

  begin(attributes: ReadonlyMap<string, string>): void {
    this.options.push({ text: '', isSelected: attributes.has('selected') })
  }

  take(text: string): void {
    const last = this.options[this.options.length - 1]
    if (last) last.text += text
  }

  get shown(): string {
    const shown = this.options.find(({ isSelected }) => isSelected) ?? this.options[0]
    return shown?.text.trim() ?? ''
  }
}
