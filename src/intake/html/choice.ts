/** The options of a `select`, of which a page shows the chosen one, else the first. */
export class Choice {
  private readonly options: { text: string; isChosen: boolean }[] = []

  begin(attributes: ReadonlyMap<string, string>): void {
    this.options.push({ text: '', isChosen: attributes.has('selected') })
  }

  take(text: string): void {
    const last = this.options[this.options.length - 1]
    if (last) last.text += text
  }

  get shown(): string {
    const chosen = this.options.find(({ isChosen }) => isChosen) ?? this.options[0]
    return chosen?.text.trim() ?? ''
  }
}
